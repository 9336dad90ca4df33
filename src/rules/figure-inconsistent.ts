import {
  agree,
  bodyStatements,
  headStatements,
  isLong,
  isSlipOf,
  speakOfTheSame,
  type Statement,
} from '../claim/statements.ts';
import type { Problem } from '../core/finding.ts';
import type { Localized } from '../core/localized.ts';
import type { Note } from '../core/note.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';
import { shorten } from '../util/shorten.ts';

const header = '---\ntitle: "Bilan"\nsummary: "Depuis 2003, 69 000 lits d’hôpital ont été fermés."\n---\n\n';

export const figureInconsistent: Rule = {
  id: 'figure/inconsistent',
  severity: 'warning',
  summary: {
    fr: 'Un même nombre est donné avec deux valeurs.',
    en: 'The same number is given with two values.',
  },
  examples: [
    {
      title: { fr: 'Le texte dit comme le résumé', en: 'The text says as the summary does' },
      note: `${header}Depuis 2003, près de 69 000 lits d’hôpital ont été fermés. En 2020, 5 700 lits d’hôpital ont été fermés.\n`,
      expect: [],
    },
    {
      title: { fr: 'Deux chiffres inversés', en: 'Two digits swapped' },
      note: `${header}Depuis 2003, l’État a fermé 96 000 lits d’hôpital.\n`,
      expect: ['6:29'],
    },
  ],
  *check(note, { companions = [] }) {
    const body = bodyStatements(note);
    yield* against(headStatements(note), body, words.head);
    yield* between(body);
    for (const companion of companions) {
      const theirs = [...headStatements(companion), ...bodyStatements(companion)];
      yield* against(theirs, body, words.companion(companion));
    }
  },
};

interface Words {
  readonly fr: (other: string) => string;
  readonly en: (other: string) => string;
}

const words = {
  head: {
    fr: (other: string) => fr`le titre ou le résumé « ${other} »`,
    en: (other: string) => `the title or the summary “${other}”`,
  },
  body: {
    fr: (other: string) => fr`un autre passage « ${other} »`,
    en: (other: string) => `another passage “${other}”`,
  },
  companion: ({ path }: Note): Words => ({
    fr: (other: string) => fr`${path} « ${other} »`,
    en: (other: string) => `${path} “${other}”`,
  }),
};

/** What the text says otherwise than elsewhere, where it says nowhere the same. */
function* against(
  elsewhere: readonly Statement[],
  body: readonly Statement[],
  said: Words,
): Generator<Problem> {
  const told = groupByCounted(body);
  for (const other of elsewhere) {
    const same = (told.get(other.counted) ?? []).filter((statement) => speakOfTheSame(statement, other));
    if (same.some((statement) => agree(statement, other))) continue;
    const [first] = same.filter((statement) => isSlipOf(statement, other));
    if (first) yield problemOf(first, other, said);
  }
}

/** Two passages of one text that say otherwise, where the words that they share leave no doubt. */
function* between(body: readonly Statement[]): Generator<Problem> {
  for (const group of groupByCounted(body).values()) {
    // Numbers of one thing that are many are those of many things.
    if (group.length > 6) continue;
    for (const [index, statement] of group.entries()) {
      const other = group
        .slice(0, index)
        .find(
          (before) =>
            before.paragraph !== statement.paragraph &&
            isDated(before) &&
            speakOfTheSame(before, statement) &&
            !agree(before, statement),
        );
      if (other && isSlipOf(statement, other)) yield problemOf(statement, other, words.body);
    }
  }
}

function isDated(statement: Statement): boolean {
  return statement.years !== '' && (statement.stems.size >= 2 || isLong(statement));
}

function groupByCounted(statements: readonly Statement[]): Map<string, Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const known = groups.get(statement.counted);
    if (known) known.push(statement);
    else groups.set(statement.counted, [statement]);
  }
  return groups;
}

function problemOf(statement: Statement, other: Statement, said: Words): Problem {
  const [here, there] = [shorten(statement.text), shorten(other.text)];
  const message: Localized = {
    fr: fr`Le texte dit « ${here} », et ${said.fr(there)}.`,
    en: `The text says “${here}”, and ${said.en(there)}.`,
  };
  return {
    place: statement.place,
    actual: here,
    message,
    help: {
      fr: 'Mettez les deux d’accord, ou dites ce qui distingue les deux nombres : l’année, le lieu, ce qui est compté.',
      en: 'Make the two agree, or say what sets the two numbers apart: the year, the place, what is counted.',
    },
  };
}
