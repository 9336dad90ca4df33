/**
 * Stands in for the network clients that citation-js would load (`scripts/build.mjs`): nothing here may fetch an
 * address, and they bring modules that Node has deprecated.
 */
function refuse(): never {
  throw new Error('citation-js asked for the network');
}

export default Object.assign(() => ({ fetch: refuse, Headers: Map }), { Headers: Map });
