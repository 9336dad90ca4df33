import type { Claim } from '../core/claim.ts';
import type { Problem } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import type { Place } from '../core/place.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { fr } from '../util/french.ts';
import { placesMeet } from '../util/places.ts';
import { shorten } from '../util/shorten.ts';
import { nodesOf } from '../markdown/nodes-of.ts';

const header = '---\ntitle: "Bilan"\n---\n\n';

const budget = (share: string) => `${header}| Nature | Dépense (M€) | Part |
|---|---:|---:|
| Personnel | 31,2 | 52 % |
| Achats | 16,8 | ${share} |
| Amortissements | 12,0 | 20 % |
| Total | 60,0 | 100 % |
`;

export const figureClaim: Rule = {
  id: 'figure/claim',
  severity: 'error',
  summary: {
    fr: 'Une affirmation contredit les nombres du document ; un avertissement là où ils sont arrondis.',
    en: 'A statement contradicts the numbers of the document; a warning where they are rounded.',
  },
  examples: [
    {
      title: { fr: 'Un tableau juste, aux arrondis près', en: 'A right table, but for its roundings' },
      note: budget('28 %'),
      expect: [],
    },
    {
      title: { fr: 'Une part fausse', en: 'A wrong share' },
      note: budget('26 %'),
      expect: ['8:19', '10:18'],
    },
    {
      title: { fr: 'Un total qui oublie une ligne', en: 'A total that leaves out a row' },
      note: `${header}| Filière | Effectif |
|---|---:|
| Soins | 412 |
| Technique | 98 |
| Administratif | 54 |
| Total | 510 |
`,
      expect: ['10:11'],
    },
  ],
  *check(note) {
    const computed = computedPlaces(note);
    for (const claim of note.claims ?? []) {
      // The ledger has its own rule.
      const isOfLedger = computed.some((place) => placesMeet(place, claim.place));
      if (claim.verdict === 'fails' && !isOfLedger) yield problemOf(claim);
    }
  },
};

/** Where the text states what the ledger computes. */
function computedPlaces({ tree, ledger }: Note): Place[] {
  const places: Place[] = [];
  nodesOf(tree, 'figureReference').forEach((node) => {
    const place = placeOfNode(node);
    if (place && ledger.byId.get(node.id)?.entry.formula !== undefined) places.push(place);
  });
  return places;
}

function problemOf({ stated, place, calculation, slip, isCertain }: Claim): Problem {
  const said = shorten(stated);
  return {
    place,
    severity: isCertain ? 'error' : 'warning',
    actual: said,
    ...(slip?.expected !== undefined && { expected: slip.expected }),
    message: {
      fr: joined(fr`Le texte dit « ${said} », mais ${calculation.fr}.`, slip?.message.fr),
      en: joined(`The text says “${said}”, but ${calculation.en}.`, slip?.message.en),
    },
    help: slip?.help ?? {
      fr: 'Corrigez le résultat, ou le nombre dont il vient.',
      en: 'Correct the result, or the number that it comes from.',
    },
  };
}

function joined(sentence: string, slip: string | undefined): string {
  return slip === undefined ? sentence : `${sentence} ${slip}`;
}
