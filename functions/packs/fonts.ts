import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The fonts that a PDF is written with, of the pages' own family: they lie in the file itself. */
export interface Fonts {
  plain: Uint8Array;
  bold: Uint8Array;
}

/* The library cannot put a part of a WOFF2 into a file. */
const files = {
  plain: '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff',
  bold: '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff',
} as const;

/** The files that it reads beside its code, as packages name them; they go with the server wherever it is put. */
export const packFontFiles: readonly string[] = Object.values(files);

const read = (name: string): Promise<Uint8Array> => readFile(fileURLToPath(import.meta.resolve(name)));

export async function readFonts(): Promise<Fonts> {
  const [plain, bold] = await Promise.all([read(files.plain), read(files.bold)]);
  return { plain, bold };
}
