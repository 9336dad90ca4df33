// The pages of rules: what each says, with its examples as they are checked.
const words = {
  fr: {
    title: 'Les règles',
    intro: [
      'Chaque remarque de `nsp` se termine par le nom de sa règle. Une règle se règle (`error`, `warning`, `info`, `off`) sous `rules:`, dans nsp.yaml ou dans l’en-tête d’un document ; pour une seule ligne, elle se tait par une [exception](../guide.fr.md#les-exceptions).',
      'Les exemples ci-dessous sont vérifiés à chaque modification de l’outil : la règle y dit ce qui est écrit ici, à la ligne et à la colonne données.',
    ],
    severities: { error: 'erreur', warning: 'avertissement', info: 'information' },
    heads: ['règle', 'gravité', 'de quoi elle parle'],
    examples: 'Exemples',
    nothing: 'Rien à signaler.',
    reading: 'À la lecture des fichiers et au calcul des chiffres',
    exceptions: 'À propos des exceptions',
    output: 'Sur les fichiers produits',
    online: 'Sur les liens',
    onlineIntro: 'Ces règles parlent quand on le demande, par `nsp check --online`.',
    outputIntro:
      'Ces deux règles parlent après la mise en page, par `nsp build`, `nsp export` et `nsp release`. `privacy/leak` ne se règle pas.',
  },
  en: {
    title: 'Rules',
    intro: [
      'Every finding of `nsp` ends with the name of its rule. A rule is given another severity (`error`, `warning`, `info`, `off`) under `rules:`, in nsp.yaml or in the front-matter of a document; for one line, it is silenced by an [exception](../guide.md#exceptions).',
      'The examples below are checked at every change of the tool: the rule says there what is written here, at the line and column given. They are in French, as the documents are.',
    ],
    severities: { error: 'error', warning: 'warning', info: 'info' },
    heads: ['rule', 'severity', 'what it is about'],
    examples: 'Examples',
    nothing: 'Nothing to report.',
    reading: 'When files are read and figures computed',
    exceptions: 'About exceptions',
    output: 'About artefacts',
    online: 'About links',
    onlineIntro: 'These speak when they are asked to, in `nsp check --online`.',
    outputIntro:
      'These two speak after rendering, in `nsp build`, `nsp export` and `nsp release`. The severity of `privacy/leak` cannot be changed.',
  },
};

const path = 'notes/x/note.md';

/** The page of rules in a language, in Markdown; `source` holds the modules of src that it tells of. */
export async function rulesPage(source, lang) {
  const say = words[lang];
  const { rules, readingRules, exceptionRules, onlineRules, outputRules } = source;
  const sections = await Promise.all(rules.map((rule) => ruleSection(rule, source, lang)));
  return [
    `# ${say.title}`,
    ...say.intro,
    table(
      rules.map((rule) => [rule.id, rule]),
      lang,
      linked,
    ),
    ...sections.flat(),
    `## ${say.reading}`,
    table(Object.entries(readingRules), lang),
    `## ${say.exceptions}`,
    table(Object.entries(exceptionRules), lang),
    `## ${say.online}`,
    say.onlineIntro,
    table(Object.entries(onlineRules), lang),
    `## ${say.output}`,
    say.outputIntro,
    table(Object.entries(outputRules), lang),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

/** A heading's anchor, as forges make it: without its slash. */
const linked = (id) => `[\`${id}\`](#${id.replace('/', '')})`;

function table(rows, lang, cell = (id) => `\`${id}\``) {
  const { heads, severities } = words[lang];
  const line = (cells) => `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
  const body = rows.map(([id, { severity, summary }]) =>
    line([cell(id), severities[severity], summary[lang]]),
  );
  return [line(heads), line(heads.map(() => '---')), ...body].join('\n');
}

async function ruleSection(rule, source, lang) {
  const { severities, examples } = words[lang];
  const shown = await Promise.all(rule.examples.map((example) => exampleText(rule, example, source, lang)));
  return [
    `## ${rule.id}`,
    `${rule.summary[lang]} *(${severities[rule.severity]})*`,
    `<details><summary>${examples}</summary>`,
    ...shown.flat(),
    '</details>',
  ];
}

async function exampleText(rule, example, source, lang) {
  const findings = await findingsOf(rule, example, source);
  const told = new Set(findings.map((finding) => finding.path).filter((name) => name !== path));
  const neighbours = Object.entries(example.files ?? {}).filter(([name]) => told.has(name));
  return [
    `**${example.title[lang]}**`,
    fenced(example.note, 'markdown'),
    ...neighbours.flatMap(([name, text]) => [`\`${name}\``, fenced(text, '')]),
    findings.length === 0 ? words[lang].nothing : findingLines(findings, lang),
  ];
}

/** What the rule says, once, after the places where it says so. */
function findingLines(findings, lang) {
  const places = new Map();
  for (const { path: where, place, message, help } of findings) {
    const text = [message, help]
      .filter(Boolean)
      .map((said) => said[lang])
      .join(' ');
    const at = place ? [`\`${where === path ? '' : `${where}:`}${place.line}:${place.column}\``] : [];
    places.set(text, [...(places.get(text) ?? []), ...at]);
  }
  return [...places].map(([text, at]) => `- ${[at.join(', '), escaped(text)].join(' ').trim()}`).join('\n');
}

/** A message is plain text: what Markdown would read as its own is escaped. */
function escaped(text) {
  return text.replace(/[\\`*_[\]<>|#]/gu, '\\$&');
}

function fenced(text, language) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** Checks an example with its one rule, as the tests do. */
async function findingsOf(rule, example, source) {
  const { memoryFiles, readPeople, readNote, readSources, defaultSettings, checkNote } = source;
  const files = memoryFiles({ 'nsp.yaml': '', [path]: example.note, ...example.files });
  const people = readPeople(files, 'people.yaml');
  const settings = { ...defaultSettings(), ...example.settings };
  const { note: read, secrets } = await readNote({ files, path, settings, people });
  const note = { ...read, sources: await readSources(read, files) };
  const facts = { settings, secrets: [...people.secrets, ...secrets], today: example.today ?? '2026-01-01' };
  return checkNote(note, [rule], facts);
}
