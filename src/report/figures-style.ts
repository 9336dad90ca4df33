import type { Language } from '../core/localized.ts';

export interface FiguresTableOptions {
  readonly lang: Language;
  readonly color: boolean;
  /** Columns of the terminal; text is not broken when left out. */
  readonly width?: number | undefined;
  /** Whether every claim and every untraced number is shown, those that hold too. */
  readonly all?: boolean;
}

const styles = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;
export type Style = keyof typeof styles;

/** The text in a style, where the terminal shows any. */
export function paint(text: string, style: Style, { color }: FiguresTableOptions): string {
  return color ? `\u001b[${styles[style]}m${text}\u001b[0m` : text;
}
