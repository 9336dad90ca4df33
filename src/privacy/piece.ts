import type { Localized } from '../core/localized.ts';

/** Readable text found in an output, and where. */
export interface Piece {
  readonly where: Localized;
  readonly text: string;
  /** Fields that say who made the file: there a user name alone is a leak. */
  readonly isMetadata?: boolean;
  /** Readable by chance or not: short words mean nothing there. */
  readonly isBinary?: boolean;
}

/** "DOCX word/document.xml": a place inside a place. */
export function inside(where: Localized, part: string): Localized {
  return { fr: `${where.fr} › ${part}`, en: `${where.en} › ${part}` };
}
