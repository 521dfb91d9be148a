import { parseCsv, type Row } from '@insatskollen/shared/exports/csv.ts';
import { FileFault } from './fault.ts';
import { readWorkbook } from './workbook.ts';

const MOST_ROWS = 10_001;
const begins = {
  zip: [0x50, 0x4b],
  /** Excel's format before 2007, which also wraps a workbook with a password. */
  compound: [0xd0, 0xcf, 0x11, 0xe0],
} as const;

/** The rows of a file, Excel or CSV, whichever it is by what it holds and not by its name. Throws `FileFault`. */
export async function readTable(bytes: Uint8Array): Promise<Row[]> {
  const startsWith = (signature: readonly number[]) => signature.every((byte, n) => bytes[n] === byte);
  if (startsWith(begins.compound)) throw new FileFault('oldOrEncrypted');
  const rows = startsWith(begins.zip) ? await readWorkbook(bytes, MOST_ROWS) : readCsv(bytes);
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) throw new FileFault('empty');
  if (filled.length > MOST_ROWS) throw new FileFault('tooManyRows');
  return filled;
}

function readCsv(bytes: Uint8Array): Row[] {
  const text = decoded(bytes);
  if (text.includes('\0')) throw new FileFault('notATable');
  const rows = parseCsv(text);
  if (!rows) throw new FileFault('openQuote');
  return rows;
}

/** UTF-8 or UTF-16 where it says so, UTF-8 where it could be nothing else, else Windows-1252, as Excel saves CSV in Sweden. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
