import type {
  Code,
  Construct,
  Effects,
  Event,
  Extension,
  State,
  Token,
  TokenizeContext,
} from 'micromark-util-types';
import { isInnerMark, isKeyCharacter } from './citation-key.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** `[see @a; @b]` */
    citationCluster: 'citationCluster';
    /** `@a`, `@a [p. 3]` */
    citationInText: 'citationInText';
    /** `@a` inside either. */
    citationKey: 'citationKey';
    citationEnd: 'citationEnd';
  }
  interface Token {
    /** On `citationEnd`: the token that the citation begins with. */
    citationStart?: Token;
  }
  interface TokenizeContext {
    /** Keys of the text so far that stand in no bracket yet. */
    looseKeys?: LooseKey[];
  }
}

interface LooseKey {
  readonly key: Token;
  readonly whole: Token;
}

const codes = {
  at: 0x40,
  leftBracket: 0x5b,
  rightBracket: 0x5d,
  leftBrace: 0x7b,
  rightBrace: 0x7d,
  slash: 0x2f,
  colon: 0x3a,
} as const;

/** Characters before which `@` belongs to an address or a path: `a@b.fr`, `exemple.fr/@nom`. */
const clings = new Set(Array.from('.+/@}', (mark) => mark.charCodeAt(0)));

/** What may stand between `@key [` and `]`: plain words, so that no link or mark-up is swallowed. */
const plainLocator = /^[^[\]<>`*\\!]{0,300}$/u;

/**
 * Pandoc's citations as a micromark extension: keys are found by the tokenizer, so code, links and addresses stay
 * alone, and brackets become citations only where Markdown has seen no link in them.
 */
export const citationSyntax: Extension = {
  text: {
    [codes.at]: { name: 'citationInText', previous: mayPrecede, tokenize: tokenizeInText },
    [codes.rightBracket]: {
      name: 'citationEnd',
      add: 'after',
      tokenize: tokenizeEnd,
      resolveTo: resolveToCitation,
    },
  },
};

function mayPrecede(this: TokenizeContext, code: Code): boolean {
  return code === null || !(isKeyCharacter(code) || clings.has(code));
}

const innerMark: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (mark) => {
      effects.consume(mark);
      return (code) => {
        const inAddress = code === codes.slash && (mark === codes.colon || mark === codes.slash);
        return isKeyCharacter(code) || inAddress ? ok(code) : nok(code);
      };
    };
  },
};

function tokenizeInText(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const loose = (this.looseKeys ??= []);
  return start;

  function start(code: Code): State {
    effects.enter('citationInText');
    effects.enter('citationKey');
    effects.consume(code);
    return first;
  }

  function first(code: Code): State | undefined {
    if (code === codes.leftBrace) {
      effects.consume(code);
      return (next) => (isBraced(next) ? braced(next) : nok(next));
    }
    return isKeyCharacter(code) ? inside(code) : nok(code);
  }

  function inside(code: Code): State | undefined {
    if (isKeyCharacter(code)) {
      effects.consume(code);
      return inside;
    }
    return isInnerMark(code) ? effects.attempt(innerMark, inside, done)(code) : done(code);
  }

  function braced(code: Code): State | undefined {
    if (isBraced(code)) {
      effects.consume(code);
      return braced;
    }
    if (code !== codes.rightBrace) return nok(code);
    effects.consume(code);
    return done;
  }

  function done(code: Code): State | undefined {
    const key = effects.exit('citationKey');
    loose.push({ key, whole: effects.exit('citationInText') });
    return ok(code);
  }
}

function isBraced(code: Code): boolean {
  return code !== null && code > 0x20 && code !== codes.leftBrace && code !== codes.rightBrace;
}

/** Runs at a `]` that ends no link: a citation when its bracket holds a key, or stands right after one. */
function tokenizeEnd(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const opening = this._labelStarts?.at(-1);
  const start = opening?._balanced ? findStart(this, opening) : undefined;
  return (code) => {
    if (!start) return nok(code);
    effects.enter('citationEnd', { citationStart: start });
    effects.consume(code);
    effects.exit('citationEnd');
    return ok;
  };
}

/** Takes the keys of the bracket off the loose ones. */
function findStart(context: TokenizeContext, opening: Token): Token | undefined {
  const loose = context.looseKeys ?? [];
  const kept = loose.findLastIndex(({ key }) => key.start.offset < opening.start.offset) + 1;
  const first = loose[kept];
  const before = loose[kept - 1];
  const owner = before && ownsBracket(context, { before, opening, first }) ? before : undefined;
  if (!first && !owner) return undefined;
  if (!owner && first && isFootnote(context, opening, first.key)) return undefined;
  loose.length = owner ? kept - 1 : kept;
  return owner ? owner.whole : opening;
}

/** `[^@a]` calls a footnote, though none of that name is defined. */
function isFootnote(context: TokenizeContext, opening: Token, key: Token): boolean {
  return context.sliceSerialize({ start: opening.end, end: key.start }).startsWith('^');
}

interface Neighbours {
  readonly before: LooseKey;
  readonly opening: Token;
  readonly first: LooseKey | undefined;
}

/** Whether the bracket is the locator of the key before it: `@a [p. 3]`, `@a [p. 3; @b]`, but not `@a [@b]`. */
function ownsBracket(context: TokenizeContext, { before, opening, first }: Neighbours): boolean {
  const gap = opening.start.offset - before.key.end.offset;
  if (opening.type !== 'labelLink' || gap > 4) return false;
  const between = context.sliceSerialize({ start: before.key.end, end: opening.start });
  if (between.trim() !== '') return false;
  const end = first?.key.start ?? context.now();
  if (end.offset - opening.end.offset > 300) return false;
  const text = context.sliceSerialize({ start: opening.end, end });
  return plainLocator.test(text) && (!first || text.includes(';'));
}

/** What stays inside a citation: its keys, the ends of its lines, and on its last line at least the `]`, for
 * micromark cuts paragraphs at their line ends and each line must hold a token. */
const keptTokens: ReadonlySet<string> = new Set(['citationKey', 'lineEnding', 'citationEnd']);

/** Replaces everything since the citation's start by one token. */
function resolveToCitation(events: Event[], context: TokenizeContext): Event[] {
  const end = events.at(-1)?.[1];
  const first = end?.citationStart;
  if (!end || !first) return events;
  const from = events.findLastIndex(([side, token]) => side === 'enter' && token === first);
  const isImage = first.type === 'labelImage';
  const citation: Token = {
    type: first.type === 'citationInText' ? 'citationInText' : 'citationCluster',
    start: { ...first.start },
    end: { ...end.end },
  };
  const kept = events.slice(from).filter(([, { type }]) => keptTokens.has(type));
  const replacement: Event[] = [['enter', citation, context], ...kept, ['exit', citation, context]];
  if (isImage) replacement.unshift(...exclamationMark(events, from, citation));
  events.splice(from, events.length - from, ...replacement);
  return events;
}

/** `![@a]` is no picture: its `!` becomes text again, before the citation. */
function exclamationMark(events: readonly Event[], from: number, citation: Token): Event[] {
  const mark = events.slice(from + 1, from + 3);
  for (const [, token] of mark) token.type = 'data';
  citation.start = { ...(mark[0]?.[1].end ?? citation.start) };
  return mark;
}
