import type { scanWritten } from '../quantity/parse.ts';
import { bareUnit } from '../quantity/unit.ts';
import { factsOf } from './units.ts';

/** A number as it is written, with its unit. */
export type Scanned = NonNullable<ReturnType<typeof scanWritten>>;

const adjective =
  /^(?:fewer|higher|lower|further|extra|additional|such|foreseen|[a-z]{3,}ed|supplémentaires?|différence|écart|déficit|excédent|surcoût|retard|avance|économies?|hausse|baisse)$/;
const lead = / (?:de |d'|of )?$/;

/** "1,910 fewer", "22 milliards de différence": what is counted is not said. */
export function withoutAdjective(scanned: Scanned, folded: string): Scanned {
  const { unit } = scanned.quantity;
  const said = folded.slice(scanned.start, scanned.end);
  const word = /[a-zà-ÿœ]+$/.exec(said)?.[0] ?? '';
  if (factsOf(unit).unitClass !== 'count' || !adjective.test(word)) return scanned;
  const head = said.slice(0, -word.length).replace(lead, '');
  const end = scanned.start + head.length;
  const bare = unit.scale.eq(1)
    ? bareUnit
    : { ...unit, symbol: head.split(' ').at(-1) ?? '', dimension: '1' };
  return { ...scanned, end, quantity: { ...scanned.quantity, unit: bare } };
}

const compounds =
  /^ (?:(square miles?)|(square (?:kilometres?|kilometers?)|kilomètres? carrés?)|(square (?:metres?|meters?)|mètres? carrés?)|(mètres? cubes?|cubic metres?))/;

/** "412 kilomètres carrés": units of two words. */
export function withCompound(scanned: Scanned, folded: string): Scanned {
  const { symbol, dimension } = scanned.quantity.unit;
  if (!/^(?:square|mètre|kilomètre|cubic)$/.test(dimension)) return scanned;
  const at = scanned.end - symbol.length - 1;
  const match = compounds.exec(folded.slice(at, at + 26));
  if (!match) return scanned;
  const name = match[1] ? 'square mile' : match[2] ? 'km²' : match[3] ? 'm²' : 'm³';
  const unit = { ...scanned.quantity.unit, symbol: match[0].trim(), dimension: name };
  return { ...scanned, end: at + match[0].length, quantity: { ...scanned.quantity, unit } };
}
