/** Stands in for what libraries would load and nsp never asks of them: gray-matter’s YAML 1.1, Puppeteer’s proxies. */
function refuse(): never {
  throw new Error('a part of a library that is left out of the bundle was asked for');
}

export { refuse as ProxyAgent, refuse as safeDump, refuse as safeLoad };
