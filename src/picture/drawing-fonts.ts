import { createRequire } from 'node:module';

const faces = ['Regular', 'It', 'Semibold', 'SemiboldIt', 'Bold', 'BoldIt'];
const family = 'Source Sans 3';

/** The faces that drawings are set in, whatever they ask for: never a font of the machine, so the same bytes everywhere. */
export function drawingFonts(): {
  loadSystemFonts: false;
  fontFiles: string[];
  defaultFontFamily: string;
  sansSerifFamily: string;
  serifFamily: string;
  monospaceFamily: string;
} {
  const { resolve } = createRequire(import.meta.url);
  return {
    loadSystemFonts: false,
    fontFiles: faces.map((face) => resolve(`source-sans/TTF/SourceSans3-${face}.ttf`)),
    defaultFontFamily: family,
    sansSerifFamily: family,
    serifFamily: family,
    monospaceFamily: family,
  };
}
