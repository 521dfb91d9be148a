import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fontsIn, type Fonts } from '@insatskollen/functions/packs/fonts.ts';

/** The folder that the fonts of packs are installed in: of the room that writes with them. */
export const fontFolder = (): string => {
  const functions = createRequire(import.meta.resolve('@insatskollen/functions/package.json'));
  return join(dirname(functions.resolve('@fontsource/source-sans-3/package.json')), 'files');
};

/** The fonts of packs, as they are installed. */
export const packFonts = (): Fonts => fontsIn(fontFolder());
