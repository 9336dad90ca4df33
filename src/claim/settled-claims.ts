import type { Claim } from '../core/claim.ts';
import type { Note } from '../core/note.ts';
import type { Place } from '../core/place.ts';
import { nodesOf } from '../markdown/nodes-of.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { judgeText } from '../quantity/judge-text.ts';
import { comparePlaces, placesMeet } from '../util/places.ts';
import type { FoundClaims } from './claims.ts';

type Traced = Pick<Note, 'tree' | 'ledger' | 'meta'>;

/** The claims of a note in the order of the file, what its ledger bears out set aside. */
export function settleClaims({ inProse, inTables }: FoundClaims, note: Traced): Claim[] {
  const { computed, sourced } = figurePlaces(note);
  const settled = [
    ...withoutSettled(inProse, [...computed, ...sourced]),
    ...withoutSettled(inTables, computed),
  ];
  return settled.sort((one, other) => comparePlaces(one.place, other.place));
}

/** What the ledger bears out is no failure: the text means another calculation, which nobody read in it. */
function withoutSettled(claims: readonly Claim[], places: readonly Place[]): Claim[] {
  return claims.map((claim) => {
    const isSettled = claim.verdict === 'fails' && places.some((place) => placesMeet(place, claim.place));
    return isSettled ? { ...claim, verdict: 'undecided' } : claim;
  });
}

/** Where the text states a figure of the ledger, and states it right: one computed by a formula, or one sourced. */
function figurePlaces({ tree, ledger, meta }: Traced): { computed: Place[]; sourced: Place[] } {
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
