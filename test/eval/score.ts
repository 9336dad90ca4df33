/** What a passage says and whether it is so, as a person read it. */
export interface Label {
  readonly kind: string;
  /** As typed in the passage. */
  readonly stated: string;
  readonly inputs: readonly string[];
  readonly holds: boolean;
  /** Offset of `stated` in the passage, where the same words stand there twice. */
  readonly at?: number;
}

export interface Passage {
  readonly id: string;
  readonly lang: 'fr' | 'en';
  readonly markdown: string;
  /** None: whatever is found in it and fails is a false alarm. */
  readonly claims: readonly Label[];
  /** Words on which a verdict is neither asked nor blamed. */
  readonly tolerated?: readonly string[];
}

/** A claim in the answer of `nsp figures --format json`. */
export interface Reported {
  readonly kind: string;
  readonly stated: string;
  readonly inputs: readonly string[];
  readonly verdict: 'holds' | 'fails' | 'undecided';
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Counts of one kind of claim, or of all. */
export interface Count {
  labels: number;
  detected: number;
  /** Detected with the right verdict. */
  right: number;
  wrong: number;
  /** Wrong and reported as such. */
  caught: number;
  falseAlarms: number;
}

export interface Score {
  readonly passages: number;
  readonly words: number;
  readonly all: Count;
  readonly kinds: Readonly<Record<string, Count>>;
  /** "id: what was said", for each false alarm and each wrong claim that was missed. */
  readonly faults: readonly string[];
}

/** A corpus: one passage a line, in JSON. */
export function readCorpus(text: string): Passage[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Passage);
}

/** The file name of a passage in its workspace. */
export function fileOf(index: number): string {
  return `notes/p${String(index + 1).padStart(4, '0')}.md`;
}

/** A passage as a document. */
export function documentOf({ lang, markdown }: Passage, index: number): string {
  return `${headOf(lang, index)}${markdown}\n`;
}

function headOf(lang: string, index: number): string {
  return `---\ntitle: "${lang === 'en' ? 'Passage' : 'Extrait'} ${index + 1}"\nlang: ${lang}\n---\n\n`;
}

/** Holds what was reported, passage by passage, against what it should be. */
export function scoreOf(passages: readonly Passage[], reported: readonly (readonly Reported[])[]): Score {
  const kinds: Record<string, Count> = {};
  const all = emptyCount();
  const faults: string[] = [];
  let words = 0;
  passages.forEach((passage, index) => {
    words += passage.markdown.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,%-]*/gu)?.length ?? 0;
    const found = (reported[index] ?? []).map((claim) => ({ claim, span: spanOf(claim, passage, index) }));
    for (const label of passage.claims) {
      const told = tellLabel(label, found, passage);
      if (told.count.wrong > told.count.caught) faults.push(`${passage.id}: missed “${label.stated}”`);
      for (const count of [all, (kinds[label.kind] ??= emptyCount())]) add(count, told.count);
    }
    for (const { claim } of found.filter((one) => isFalseAlarm(one, passage))) {
      faults.push(`${passage.id}: false alarm on “${claim.stated}” (${claim.inputs.join(' ; ')})`);
      for (const count of [all, (kinds[claim.kind] ??= emptyCount())]) count.falseAlarms += 1;
    }
  });
  return { passages: passages.length, words, all, kinds, faults };
}

function emptyCount(): Count {
  return { labels: 0, detected: 0, right: 0, wrong: 0, caught: 0, falseAlarms: 0 };
}

function add(count: Count, more: Count): void {
  for (const key of Object.keys(more) as (keyof Count)[]) count[key] += more[key];
}

/** Offsets in the passage, the end left out. */
interface Span {
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly claim: Reported;
  readonly span: Span;
}

function spanOf(
  { line, column, endLine, endColumn }: Reported,
  { lang, markdown }: Passage,
  index: number,
): Span {
  const first = headOf(lang, index).split('\n').length;
  const lines = markdown.split('\n');
  const offset = (at: number, within: number): number =>
    lines.slice(0, at - first).reduce((sum, text) => sum + text.length + 1, 0) + within - 1;
  return { start: offset(line, column), end: offset(endLine, endColumn) };
}

function spansOf(words: string, markdown: string, at?: number): Span[] {
  if (at !== undefined) return [{ start: at, end: at + words.length }];
  const spans: Span[] = [];
  for (
    let start = markdown.indexOf(words);
    words !== '' && start !== -1;
    start = markdown.indexOf(words, start + 1)
  )
    spans.push({ start, end: start + words.length });
  return spans;
}

function meets(one: Span, others: readonly Span[]): boolean {
  return others.some((other) => one.start < other.end && other.start < one.end);
}

function tellLabel(label: Label, found: readonly Found[], { markdown }: Passage): { count: Count } {
  const spans = spansOf(label.stated, markdown, label.at);
  const on = found.filter(({ span }) => meets(span, spans));
  const best = on.find(({ claim }) => claim.kind === label.kind) ?? on[0];
  const isCaught = !label.holds && on.some(({ claim }) => claim.verdict === 'fails');
  const isRight = label.holds ? best?.claim.verdict === 'holds' : isCaught;
  return {
    count: {
      ...emptyCount(),
      labels: 1,
      detected: best ? 1 : 0,
      right: isRight ? 1 : 0,
      wrong: label.holds ? 0 : 1,
      caught: isCaught ? 1 : 0,
    },
  };
}

/** A failure on no wrong statement, nor on the numbers of one with another of them taken for what is stated. */
function isFalseAlarm({ claim, span }: Found, { claims, tolerated = [], markdown }: Passage): boolean {
  if (claim.verdict !== 'fails') return false;
  if (tolerated.some((words) => meets(span, spansOf(words, markdown)))) return false;
  return !claims.some((label) => {
    if (label.holds) return false;
    if (meets(span, spansOf(label.stated, markdown, label.at))) return true;
    const isOnInput = label.inputs.some((input) => meets(span, spansOf(input, markdown)));
    return (
      isOnInput && claim.inputs.some((input) => label.stated.includes(input) || input.includes(label.stated))
    );
  });
}

/** Shares of 1, and false alarms per 1,000 words. */
export interface Measures {
  readonly recall: number;
  readonly falseAlarms: number;
  readonly detection: number;
}

export function measuresOf({ all, words }: Score): Measures {
  return {
    recall: all.wrong === 0 ? 1 : all.caught / all.wrong,
    falseAlarms: words === 0 ? 0 : (1000 * all.falseAlarms) / words,
    detection: all.labels === 0 ? 1 : all.detected / all.labels,
  };
}

/** The measures of a corpus as a table that a person reads. */
export function tableOf(name: string, score: Score): string {
  const { recall, falseAlarms, detection } = measuresOf(score);
  const rows = [
    ...Object.entries(score.kinds).sort(([one], [other]) => (one < other ? -1 : 1)),
    ['all', score.all] as const,
  ];
  return [
    `${name}: ${score.passages} passages, ${score.words} words`,
    'kind         labels  detected     right    wrong    caught  false alarms',
    ...rows.map(([kind, count]) =>
      [
        kind.padEnd(11),
        String(count.labels).padStart(7),
        percent(count.detected, count.labels),
        percent(count.right, count.labels),
        String(count.wrong).padStart(8),
        percent(count.caught, count.wrong),
        String(count.falseAlarms).padStart(13),
      ].join(' '),
    ),
    `wrong claims found ${(100 * recall).toFixed(1)} %, false alarms per 1,000 words ${falseAlarms.toFixed(2)}, claims detected ${(100 * detection).toFixed(1)} %`,
    '',
  ].join('\n');
}

function percent(part: number, whole: number): string {
  return (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`).padStart(9);
}
