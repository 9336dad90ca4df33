/**
 * The dimension of a unit as text: "1" for pure numbers, "EUR", "personne", "EUR/personne", "agent·jour". Money, points
 * and dates are hard: they never pass for something else. Counted nouns are soft: "agents" may be called "personnes".
 */
export type Exponents = ReadonlyMap<string, number>;

const hardNames = new Set(['EUR', 'GBP', 'USD', 'point', 'date']);
const timeNames = new Set([
  'an',
  'année',
  'mois',
  'jour',
  'heure',
  'semaine',
  'year',
  'month',
  'day',
  'hour',
  'week',
]);

/** "EUR/personne" as exponents; "1" has none. */
export function parseDimension(dimension: string): Exponents {
  const [above = '1', ...below] = dimension.split('/');
  const exponents = new Map<string, number>();
  for (const name of above.split('·')) if (name !== '1') raise(exponents, name, 1);
  for (const name of below) raise(exponents, name, -1);
  return exponents;
}

function raise(exponents: Map<string, number>, name: string, by: number): void {
  const sum = (exponents.get(name) ?? 0) + by;
  if (sum === 0) exponents.delete(name);
  else exponents.set(name, sum);
}

/** Exponents as text, names in the order of their alphabet's code points. */
export function formatDimension(exponents: Exponents): string {
  const names = [...exponents.keys()].sort();
  const side = (sign: number) =>
    names.flatMap((name) =>
      Array.from({ length: Math.max(0, sign * (exponents.get(name) ?? 0)) }, () => name),
    );
  return [side(1).join('·') || '1', ...side(-1)].join('/');
}

/** The dimension of a product, or of a quotient when `sign` is -1; undefined when it is too involved to mean a thing. */
export function multiplyDimensions(left: string, right: string, sign: 1 | -1 = 1): string | undefined {
  const product = new Map(parseDimension(left));
  for (const [name, exponent] of parseDimension(right)) raise(product, name, sign * exponent);
  return boundedDimension(product);
}

/** The dimension to an integer power; undefined as for a product. */
export function powerDimension(dimension: string, power: number): string | undefined {
  const raised = [...parseDimension(dimension)].map(([name, exponent]) => [name, exponent * power] as const);
  return boundedDimension(new Map(raised.filter(([, exponent]) => exponent !== 0)));
}

const degreeLimit = 12;

function boundedDimension(exponents: Exponents): string | undefined {
  const degree = [...exponents.values()].reduce((sum, exponent) => sum + Math.abs(exponent), 0);
  return degree > degreeLimit ? undefined : formatDimension(exponents);
}

/** Its money, points and dates alone; "1" if it counts only things. */
export function hardPart(dimension: string): string {
  return formatDimension(new Map([...parseDimension(dimension)].filter(([name]) => hardNames.has(name))));
}

/** Whether it is a plain count of something: no money, one thing above, none below. */
export function isCount(dimension: string): boolean {
  return dimension !== '1' && !/[/·]/u.test(dimension) && !hardNames.has(dimension);
}

/** What is left of its counted nouns, durations aside: 0 for "femme/agent", 1 for "agent". */
export function countDegree(dimension: string): number {
  const soft = [...parseDimension(dimension)].filter(
    ([name]) => !hardNames.has(name) && !timeNames.has(name),
  );
  return soft.reduce((sum, [, exponent]) => sum + exponent, 0);
}

/** Whether it is a number of one thing for one other, "femme/agent", or of nothing at all: a share, for arithmetic. */
export function isPureShare(dimension: string): boolean {
  const sum = [...parseDimension(dimension).values()].reduce((total, exponent) => total + exponent, 0);
  return sum === 0 && hardPart(dimension) === '1';
}

export function isTime(name: string): boolean {
  return timeNames.has(name);
}
