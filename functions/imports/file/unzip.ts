import { inflateRaw } from 'node:zlib';
import { FileFault } from './fault.ts';

/** Everything that is unpacked of one file, together. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_ENTRIES = 1_000;
const SIGNATURE = { entry: 0x04034b50, listed: 0x02014b50, end: 0x06054b50 };
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENCRYPTED = 1;

interface Entry {
  flags: number;
  method: number;
  deflated: number;
  at: number;
}

/** A ZIP archive in memory: what it says that it holds, and its files, unpacked when they are asked for. */
export interface Archive {
  names: ReadonlySet<string>;
  /** A file's text; `undefined` where there is none by that name. Throws `tooLargeInside` rather than unpack more than 64 MB. */
  text(name: string): Promise<string | undefined>;
  /** As `text`, as it is. */
  bytes(name: string): Promise<Buffer | undefined>;
}

/** Opens an archive by its list, as spreadsheets do. Throws `FileFault` where it is not one, is cut off or is locked. */
export function openArchive(bytes: Uint8Array): Archive {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = listOf(file);
  if ([...entries.values()].some(({ flags }) => (flags & ENCRYPTED) !== 0)) throw new FileFault('oldOrEncrypted');
  let left = MOST_BYTES;
  const bytesOf = async (name: string) => {
    const entry = entries.get(name);
    if (!entry) return undefined;
    const unpacked = await unpack(file, entry, left);
    left -= unpacked.length;
    return unpacked;
  };
  return {
    names: new Set(entries.keys()),
    bytes: bytesOf,
    text: async (name) => (await bytesOf(name))?.toString('utf8'),
  };
}

function listOf(file: Buffer): Map<string, Entry> {
  try {
    const end = endOf(file);
    const count = file.readUInt16LE(end + 10);
    if (count > MOST_ENTRIES) throw new FileFault('tooLargeInside');
    const entries = new Map<string, Entry>();
    let at = file.readUInt32LE(end + 16);
    for (let n = 0; n < count; n++) {
      if (file.readUInt32LE(at) !== SIGNATURE.listed) throw new FileFault('broken');
      const [name, extra, comment] = [
        file.readUInt16LE(at + 28),
        file.readUInt16LE(at + 30),
        file.readUInt16LE(at + 32),
      ];
      entries.set(file.toString('utf8', at + 46, at + 46 + name), {
        flags: file.readUInt16LE(at + 8),
        method: file.readUInt16LE(at + 10),
        deflated: file.readUInt32LE(at + 20),
        at: file.readUInt32LE(at + 42),
      });
      at += 46 + name + extra + comment;
    }
    return entries;
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault('broken');
  }
}

/** Where the archive's last record begins: within a comment's length of the end. */
function endOf(file: Buffer): number {
  const first = Math.max(0, file.length - END_BYTES - LONGEST_COMMENT);
  for (let at = file.length - END_BYTES; at >= first; at--) if (file.readUInt32LE(at) === SIGNATURE.end) return at;
  throw new FileFault('broken');
}

function unpack(file: Buffer, { method, deflated, at }: Entry, most: number): Promise<Buffer> {
  const isEntry = at + 30 <= file.length && file.readUInt32LE(at) === SIGNATURE.entry;
  if (!isEntry) throw new FileFault('broken');
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const packed = file.subarray(start, start + deflated);
  if (packed.length < deflated) throw new FileFault('broken');
  if (method === 0) {
    if (packed.length > most) throw new FileFault('tooLargeInside');
    return Promise.resolve(packed);
  }
  if (method !== 8) throw new FileFault('broken');
  return new Promise((done, fail) => {
    inflateRaw(packed, { maxOutputLength: Math.max(1, most) }, (error, unpacked) => {
      if (!error) return done(unpacked);
      const tooLarge = 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      return fail(new FileFault(tooLarge ? 'tooLargeInside' : 'broken'));
    });
  });
}
