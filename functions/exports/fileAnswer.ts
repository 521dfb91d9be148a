import { BYTE_ORDER_MARK, csvLine, type Separator } from '@insatskollen/shared/exports/csv.ts';
import type { Cell } from '@insatskollen/shared/exports/cells.ts';
import { noStore } from '../http/endpoint.ts';

export const contentType = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Bytes go out in pieces of about so many characters. */
const PIECE = 32_768;

/** A table as CSV: its headings at once, then some thousand characters at a time. */
export async function* csvFile(
  headings: readonly string[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
  separator: Separator,
): AsyncGenerator<Uint8Array, void> {
  const head = headings.map((text) => ({ text }));
  yield Buffer.from(BYTE_ORDER_MARK + csvLine(head, separator));
  let piece = '';
  for await (const row of rows) {
    piece += csvLine(row, separator);
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}

/** A file to keep under a name, sent as it is made: whoever reads slowly makes it be made slowly. */
export function fileAnswer(parts: AsyncGenerator<Uint8Array, void>, type: string, name: string): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = await parts.next();
      if (part.done === true) controller.close();
      else controller.enqueue(part.value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
  const charset = type === contentType.csv ? '; charset=utf-8' : '';
  return new Response(body, {
    headers: { ...noStore, 'content-type': type + charset, 'content-disposition': `attachment; filename="${name}"` },
  });
}
