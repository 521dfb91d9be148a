import { zip } from '../exports/zip.ts';
import { openArchive } from '../imports/file/unzip.ts';

/** An Office file with what its XML parts say changed, each told by its name; other parts stay as they are. */
export async function rewritten(bytes: Uint8Array, change: (name: string, xml: string) => string): Promise<Uint8Array> {
  const archive = openArchive(bytes);
  const entries = [...archive.names]
    .filter((name) => !name.endsWith('/'))
    .map((name) => ({
      name,
      text: (async function* () {
        const plain = await archive.bytes(name);
        if (plain) yield /\.(?:xml|rels)$/.test(name) ? change(name, plain.toString('utf8')) : plain;
      })(),
    }));
  const parts: Uint8Array[] = [];
  for await (const part of zip(entries)) parts.push(part);
  return Buffer.concat(parts);
}

/** The file's own language, among what is said about it. */
export const inLanguage = (core: string, locale: string): string =>
  core.replace('</cp:coreProperties>', `<dc:language>${locale}</dc:language></cp:coreProperties>`);

/** Text as the value of an attribute. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
