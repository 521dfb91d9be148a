import { createDeflateRaw, crc32 } from 'node:zlib';

/** One file of an archive: its name and what it holds, text or bytes, in pieces as they come. */
export interface ZipEntry {
  name: string;
  text: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

const DEFLATED = 8;
/** Sizes and checksum follow what they are of, for nobody knows them before; and names are UTF-8. */
const FLAGS = 0x0808;
const VERSION = 20;
/** The first of January 2026, in the form of a clock from 1980: the same content is the same file. */
const DAY = ((2026 - 1980) << 9) | (1 << 5) | 1;

const SIGNATURE = { entry: 0x04034b50, after: 0x08074b50, listed: 0x02014b50, end: 0x06054b50 };

/** Fields of two and four bytes, little end first: `[2, n]`, `[4, n]`. */
function fields(...values: readonly (readonly [2 | 4, number])[]): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of values) at = buffer.writeUIntLE(value, at, size);
  return buffer;
}

/** A ZIP archive, piece by piece: nothing is held but a list of what has gone out. */
export async function* zip(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array, void> {
  const listed: Buffer[] = [];
  let position = 0;
  const out = <B extends Uint8Array>(bytes: B): B => {
    position += bytes.length;
    return bytes;
  };
  for (const { name, text } of entries) {
    const start = position;
    const path = Buffer.from(name);
    const about = [
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATED],
      [2, 0],
      [2, DAY],
    ] as const;
    const nameLength = [
      [2, path.length],
      [2, 0],
    ] as const;
    yield out(Buffer.concat([fields([4, SIGNATURE.entry], ...about, [4, 0], [4, 0], [4, 0], ...nameLength), path]));
    const size = { checksum: 0, plain: 0, deflated: 0 };
    for await (const part of deflated(text, size)) {
      size.deflated += part.length;
      yield out(part);
    }
    const sizes = [
      [4, size.checksum],
      [4, size.deflated],
      [4, size.plain],
    ] as const;
    yield out(fields([4, SIGNATURE.after], ...sizes));
    listed.push(
      fields(
        [4, SIGNATURE.listed],
        [2, VERSION],
        ...about,
        ...sizes,
        ...nameLength,
        ...([
          [2, 0],
          [2, 0],
          [2, 0],
          [4, 0],
        ] as const),
        [4, start],
      ),
      path,
    );
  }
  const list = Buffer.concat(listed);
  const count = listed.length / 2;
  yield list;
  yield fields([4, SIGNATURE.end], [2, 0], [2, 0], [2, count], [2, count], [4, list.length], [4, position], [2, 0]);
}

/** Deflates as it is asked for more; what went in is counted in `size`. */
async function* deflated(
  text: ZipEntry['text'],
  size: { checksum: number; plain: number },
): AsyncGenerator<Uint8Array, void> {
  const deflate = createDeflateRaw();
  const fed = (async () => {
    for await (const part of text) {
      const bytes = typeof part === 'string' ? Buffer.from(part) : part;
      size.checksum = crc32(bytes, size.checksum);
      size.plain += bytes.length;
      if (!deflate.write(bytes)) await new Promise<void>((ready) => deflate.once('drain', ready));
    }
    deflate.end();
  })().catch((error: unknown) => deflate.destroy(error instanceof Error ? error : new Error('unreadable')));
  const parts: AsyncIterable<Uint8Array> = deflate;
  for await (const part of parts) yield part;
  await fed;
}
