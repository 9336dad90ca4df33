const sentence =
  'Un guichet ouvert se compte avec ses heures, ses agents et les personnes reçues ; la méthode tient en trois étapes, que chacun peut refaire avec un tableur.';
const paragraph = (calls = ''): string => `${`${sentence} `.repeat(3)}Rien de plus${calls}.`;

const note = `---
title: "Compter les guichets : une méthode ouverte"
subtitle: "Ce que trois relevés disent d’un territoire"
summary: "Ce relevé compte les guichets d’un territoire en trois étapes, et dit ce qu’il ne compte pas."
date: 2024-04-30
authors:
  - { name: "Camille Modèle", role: "agente d’accueil", organisation: "une commune", public: true }
---

## Relever

${paragraph('[^1]')}

${paragraph('[^2]')}

### Les horaires

${paragraph()}

- les jours ouverts ;
- les heures, **matin** et *soir*[^3].

> « Un guichet fermé ne reçoit personne. »

${paragraph()}

## Compter

${paragraph()}

Tableau : Guichets ouverts par bassin

| Bassin | 2023 | 2024 |
| --- | ---: | ---: |
| Nord | 1 200 | 1 100 |
| Sud | 900 | 1 012,5 |
| Total | 2 100 | 2 112,5 |

:::encadre[Ce que le relevé ne compte pas]
${paragraph()}
:::

## Comparer

${paragraph('[^4]')}

[^1]: Registre des guichets, relevé du bassin Nord, p. 3.
[^2]: Registre des guichets, *Annexe méthodologique*, p. 12.
[^3]: Horaires affichés.
[^4]: Registre des guichets, relevé du bassin Sud.
`;

const opEd = `---
title: "Ouvrons les guichets"
kind: op-ed
date: 2024-04-30
summary: "Un guichet ouvert se compte ; un guichet fermé se voit."
authors:
  - { name: "Collectif des guichets", public: true }
---

${paragraph('[^1]')}

## Le compte est simple

${paragraph()}

${paragraph()}

[^1]: Registre des guichets, relevé du bassin Nord, p. 3.
`;

/** Two documents whose pages are looked at; their text is invented. */
export const sampleFiles: Readonly<Record<string, string>> = {
  'notes/note/note.md': note,
  'notes/tribune/note.md': opEd,
};

/** What is looked at: file name of the reference, document, page. */
export const samplePages = [
  { name: 'note-cover', slug: 'note', page: 1 },
  { name: 'note-text', slug: 'note', page: 3 },
  { name: 'note-table', slug: 'note', page: 4 },
  { name: 'op-ed', slug: 'tribune', page: 1 },
] as const;
