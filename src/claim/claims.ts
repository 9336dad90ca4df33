import type { Claim } from '../core/claim.ts';
import type { Note } from '../core/note.ts';
import type { Place } from '../core/place.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { judgeText } from '../quantity/judge-text.ts';
import { comparePlaces, placesMeet } from '../util/places.ts';
import { findProseClaims } from './prose.ts';
import { findTableClaims } from './table/table-claims.ts';
import { nodesOf } from '../markdown/nodes-of.ts';

type Readable = Pick<Note, 'tree' | 'source' | 'meta' | 'ledger'>;

/** Every claim of a note about its own numbers, in prose and in tables, in the order of the file. */
export function findClaims(note: Readable): Claim[] {
  const { computed, sourced } = figurePlaces(note);
  const inProse = withoutSettled(findProseClaims(note), [...computed, ...sourced]);
  return [...inProse, ...withoutSettled(findTableClaims(note), computed)].sort((one, other) =>
    comparePlaces(one.place, other.place),
  );
}

/** What the ledger bears out is no failure: the text means another calculation, which nobody read in it. */
function withoutSettled(claims: readonly Claim[], places: readonly Place[]): Claim[] {
  return claims.map((claim) => {
    const isSettled = claim.verdict === 'fails' && places.some((place) => placesMeet(place, claim.place));
    return isSettled ? { ...claim, verdict: 'undecided' } : claim;
  });
}

/** Where the text states a figure of the ledger, and states it right: one computed by a formula, or one sourced. */
function figurePlaces({ tree, ledger, meta }: Readable): { computed: Place[]; sourced: Place[] } {
  const places = { computed: [] as Place[], sourced: [] as Place[] };
  if (ledger.figures.length === 0) return places;
  nodesOf(tree, 'figureReference').forEach((node) => {
    const figure = ledger.byId.get(node.id);
    const place = placeOfNode(node);
    if (figure?.quantity === undefined || place === undefined) return;
    if (judgeText(node.stated, figure.quantity, meta.lang, node.around).verdict !== 'holds') return;
    places[figure.entry.formula === undefined ? 'sourced' : 'computed'].push(place);
  });
  return places;
}
