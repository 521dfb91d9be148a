import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Pixels for each of the picture's own: sharp on paper and in a slide. */
const ZOOM = 2;
const faces = [400, 600].map((weight) => `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`);

/** The files that it reads beside its code, as packages name them; they go with the server wherever it is put. */
export const rasteriserFiles = ['@resvg/resvg-wasm/index_bg.wasm', ...faces] as const;

const read = async (name: string): Promise<Uint8Array> => readFile(fileURLToPath(import.meta.resolve(name)));

async function start() {
  // Loaded when the first picture is asked for: nobody else is to wait for it.
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  const [wasm, ...fontBuffers] = await Promise.all(rasteriserFiles.map(read));
  if (!wasm) throw new Error('the rasteriser is not there');
  await initWasm(wasm);
  return { Resvg, fontBuffers };
}
let started: ReturnType<typeof start> | undefined;

/** A picture as PNG, with its letters drawn in our own face whatever the machine has. */
export async function rasterise(svg: string): Promise<Uint8Array> {
  started ??= start();
  const { Resvg, fontBuffers } = await started;
  const resvg = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: 'Source Sans 3' },
    fitTo: { mode: 'zoom', value: ZOOM },
  });
  try {
    const image = resvg.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}
