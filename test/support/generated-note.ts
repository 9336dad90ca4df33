/** Files of a workspace that holds one generated document, by path. */
export interface GeneratedNote {
  readonly slug: string;
  readonly kind: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Draws whole numbers, the same ones for a seed (mulberry32). */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to `sides` - 1. */
  roll(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  }

  one<T>(values: readonly [T, ...T[]]): T {
    return values[this.roll(values.length)] ?? values[0];
  }

  shuffled<T>(values: readonly T[]): T[] {
    return values
      .map((value) => ({ value, rank: this.roll(1_000_000) }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ value }) => value);
  }
}

const sentences = [
  'Un guichet ouvert se compte avec ses heures, ses agents et les personnes reçues.',
  'La méthode tient en trois étapes, que chacun peut refaire avec un tableur.',
  'Les relevés d’une année ne valent que comparés à ceux de l’année d’avant.',
  'Ce relevé ne dit rien de la qualité de l’accueil, qui demande une enquête.',
  'Le territoire est découpé en bassins de vie, et chaque bassin en communes.',
  'Anticonstitutionnellement, l’interministérialisation des expérimentations territoriales se prolonge.',
  'Chaque **commune** tient un registre, que la *préfecture* relit à l’automne.',
  'Le fichier `guichets.csv` et la formule `=SOMME(B2:B9)` suffisent à tout refaire.',
  'Voir [la notice](https://example.org/notice) ou écrire à [l’équipe](mailto:equipe@example.org).',
  'Les agent.e.s du n° 4 reçoivent de 9 h à 17 h ; qui l’ignore encore ?',
] as const;

const places = [
  'Brume',
  'Combe',
  'Douve',
  'Fagne',
  'Garde',
  'Halle',
  'Lande',
  'Morte',
  'Noue',
  'Oule',
  'Plaine',
];

/** Writes one document out of every construct that nsp knows, in an order and with lengths that the dice choose. */
class Composer {
  readonly #dice: Dice;
  readonly #notes: string[] = [];

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  get footnotes(): string {
    return this.#notes.join('\n\n');
  }

  prose(count: number): string {
    return Array.from({ length: count }, () => this.#dice.one(sentences)).join(' ');
  }

  paragraph(): string {
    const text = this.prose(2 + this.#dice.roll(5));
    return this.#dice.roll(2) === 0 ? `${text}${this.call()}` : text;
  }

  /** A call, with a note of its own to be written at the end. */
  call(): string {
    const number = this.#notes.length + 1;
    const more = this.#dice.one([
      '',
      ' Avec *une revue* et `du code`.',
      ' Voir <https://example.org/registre?annee=2024>.',
      ' [@notice2020, p. 3]',
      `\n\n    - un premier point ;\n    - un second.`,
    ]);
    this.#notes.push(`[^${number}]: Registre des guichets, relevé du bassin.${more}`);
    return `[^${number}]`;
  }

  constructs(): string[] {
    return [
      this.paragraph(),
      `- Relever les horaires${this.call()}.\n- Compter les agents, avec **leur** temps de travail.\n- Publier :\n    1. les données ;\n    2. le calcul :\n        - poste par poste ;\n        - et en tout.`,
      `3. Un guichet.\n4. Un registre.\n\n   ${this.prose(2)}\n5. Une notice${this.call()}.`,
      `- [x] Relevé fait\n- [ ] Relevé à faire`,
      `Tableau : Guichets ouverts par bassin${this.call()}\n\n| Bassin | 2023 | 2024 |\n| --- | ---: | ---: |\n| Nord${this.call()} | 1 200 | 1 100 |\n| Sud | 900 | 1 000 |\n| Centre |  | 12,5 |\n| Total | 2 100 | 2 112,5 |\n\nSource : [@notice2020].`,
      `| Jour | Matin | Soir |\n| --- | --- | --- |\n| Lundi | ouvert | fermé |\n| Mardi | **fermé** | [ouvert](https://example.org/soir) |`,
      `:::encadre[Ce que le relevé ne compte pas]\n${this.paragraph()}\n\n- un point ;\n- un autre${this.call()}.\n:::`,
      `:::recommandation[Ouvrir]\n1. Ouvrir un guichet.\n2. Le dire${this.call()}.\n:::`,
      `:::temoignage[Camille, agente d’accueil dans une commune]\n« Un guichet fermé ne reçoit personne. » [@notice2020]\n:::`,
      `> « Un guichet fermé ne reçoit personne. » ${this.call()}\n>\n> ${this.prose(2)}`,
      `> “A closed counter receives nobody.” [@register2019]`,
      `![Deux barres : 60 guichets en 2023, 90 en 2024.](images/barres.svg "Guichets itinérants${this.#dice.roll(2) ? ' de la région' : ''}.")`,
      `![](images/filet.svg "décorative")`,
      `Dans le texte, ![une pastille bleue](images/filet.svg) une image.`,
      `\`\`\`\nsomme = 0\nfor guichet in guichets:\n    somme = somme + 1\n\`\`\``,
      `Première ligne\\\nseconde ligne, ~~biffée~~.`,
      `---`,
      `Le relevé compte [160 guichets](figure:guichets), soit [25 %](figure:part) du réseau. Il suit [@notice2020, p. 2] et @register2019.`,
      `L’adresse https://example.org/une/adresse/tres/longue/qui/ne/se/coupe/pas/facilement/au/bout/de/la/ligne/guichets.html tient.`,
      `Relevé<!-- commentaire --> du bassin.`,
    ];
  }

  section(depth: number, index: number): string {
    const place = `${places[index % places.length] ?? ''}${index < places.length ? '' : '-Neuf'}`;
    const title = `${this.#dice.one(['Relever', 'Compter', 'Comparer', 'Ouvrir'])} les guichets de ${place}`;
    return `${'#'.repeat(depth)} ${title}\n\n${this.paragraph()}`;
  }
}

const bibliography = `@report{notice2020,
  author = {{Bureau des guichets}}, title = {Notice du relevé}, institution = {Bureau des guichets}, date = {2020-03-16}, pagetotal = {40},
  url = {https://example.org/notice}, urldate = {2024-04-02}
}
@book{register2019,
  author = {Model, Alix}, title = {The Register}, publisher = {Example Press}, address = {London}, date = {2019}, langid = {english}
}
`;

const figures = `figures:
  guichets: { value: "160 guichets", label: "Guichets ouverts", source: "@notice2020, p. 2" }
  reseau: { from: "data/reseau.csv", formula: "sum(guichets)", unit: "guichets", label: "Guichets du réseau" }
  part: { formula: "guichets / reseau", unit: "%", stated: "25 %", label: "Part ouverte" }
`;

const kinds = ['note', 'note', 'note', 'op-ed', 'press-release'] as const;

const statuses = [
  '',
  'status: draft\n',
  'status: embargo\nembargo: 2030-12-01T06:00+01:00\n',
  'version: "1.2"\nlicense: https://creativecommons.org/licenses/by/4.0/\n',
] as const;

const drawing = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width / 2}" height="${height}" fill="#00348c"/><rect x="${width / 2}" width="${width / 2}" y="${height / 3}" height="${height / 2}" fill="#9ab"/></svg>`;

/** A document that holds every construct once, the same for a seed. Its text is invented and checks without errors. */
export function generateNote(seed: number): GeneratedNote {
  const dice = new Dice(seed);
  const composer = new Composer(dice);
  const kind = kinds[seed % kinds.length] ?? 'note';
  const blocks = dice.shuffled(composer.constructs());
  const body: string[] = [composer.paragraph()];
  let depth = 1;
  let sections = 0;
  for (const [index, block] of blocks.entries()) {
    if (index % 3 === 0 || dice.roll(4) === 0) {
      depth = index % 6 === 0 ? 2 : Math.min(6, 2 + dice.roll(depth));
      body.push(composer.section(depth, sections));
      sections += 1;
    }
    body.push(block);
    if (dice.roll(3) === 0) body.push(composer.paragraph());
  }
  const slug = `releve-${seed}`;
  const folder = `notes/${slug}`;
  const people = `authors:\n  - { name: "Collectif des guichets", public: true }\n  - { name: "Camille Modèle", role: "agente d’accueil", organisation: "une commune", public: true }\n`;
  const header = `title: "Compter les guichets : relevé n° ${seed}"\nsubtitle: "Une méthode ouverte"\nsummary: "Ce relevé compte 160 guichets, soit 25 % du réseau."\nkind: ${kind}\ndate: 2024-04-30\n${kind === 'note' ? 'attachments: true\n' : ''}keywords: [guichets, relevé]\n${people}${dice.one(statuses)}${figures}`;
  const source = `---\n${header}---\n\n${body.join('\n\n')}\n\n${composer.footnotes}\n`;
  return {
    slug,
    kind,
    files: {
      [`${folder}/note.md`]: source,
      [`${folder}/refs.bib`]: bibliography,
      [`${folder}/data/reseau.csv`]: 'bassin,guichets\nNord,300\nSud,340\n',
      [`${folder}/images/barres.svg`]: drawing(300, 90),
      [`${folder}/images/filet.svg`]: drawing(24, 12),
    },
  };
}
