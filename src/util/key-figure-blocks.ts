/** Names of the block that sets figures large in a row: `:::chiffres`. */
export const keyFigureBlocks: readonly string[] = ['chiffres', 'key-figures'];
