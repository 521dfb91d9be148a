import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The fonts that a PDF is written with, which lie in the file itself: of the pages' own family. */
export interface Fonts {
  plain: Uint8Array;
  bold: Uint8Array;
}

export const fontFiles = {
  plain: 'source-sans-3-latin-400-normal.woff',
  bold: 'source-sans-3-latin-600-normal.woff',
} as const;

/** Reads the fonts out of the folder that they lie in where this runs. */
export const fontsIn = (folder: string): Fonts => ({
  plain: readFileSync(join(folder, fontFiles.plain)),
  bold: readFileSync(join(folder, fontFiles.bold)),
});
