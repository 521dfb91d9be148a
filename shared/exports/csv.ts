import type { Cell } from './cells.ts';

/** What parts the cells of a line. With `;` decimals have a comma, as Swedish Excel reads them. */
export type Separator = ';' | ',' | '\t';

/** By it Excel knows that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One line of CSV (RFC 4180), with its line end. */
export function csvLine(cells: readonly Cell[], separator: Separator): string {
  return `${cells.map((cell) => quoted(textOf(cell, separator), separator)).join(separator)}\r\n`;
}

function textOf(cell: Cell, separator: Separator): string {
  if (cell === null) return '';
  if ('number' in cell) return separator === ';' ? cell.number.replace('.', ',') : cell.number;
  return 'day' in cell ? cell.day : cell.text;
}

const quoted = (text: string, separator: Separator): string =>
  text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A file's row as words, and its number in a spreadsheet, where the first is 1. */
export interface Row {
  number: number;
  cells: string[];
}

/**
 * Reads CSV whose cells are parted by `;`, `,` or tab, whichever its first line has most of; quotes as in RFC 4180, any line ends.
 * A first line `sep=;`, as Excel knows it, is followed. `undefined` where a quote is never closed.
 */
export function parseCsv(text: string): Row[] | undefined {
  const said = /^sep=([;,\t])\r?\n/.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const separator = said?.[1] ?? separatorOf(body);
  const rows: Row[] = [];
  const first = said ? 2 : 1;
  let at = 0;
  while (at < body.length) {
    const row: Row = { number: rows.length + first, cells: [] };
    for (let more = true; more;) {
      const cell = body[at] === '"' ? quotedCell(body, at, separator) : plainCell(body, at, separator);
      if (!cell) return undefined;
      row.cells.push(cell.text);
      at = cell.end;
      more = body[at] === separator;
      if (more) at += 1;
    }
    if (body[at] === '\r') at += 1;
    if (body[at] === '\n') at += 1;
    rows.push(row);
  }
  return rows;
}

function quotedCell(body: string, start: number, separator: string): { text: string; end: number } | undefined {
  let text = '';
  let at = start + 1;
  for (;;) {
    const quote = body.indexOf('"', at);
    if (quote < 0) return undefined;
    text += body.slice(at, quote);
    if (body[quote + 1] !== '"') {
      // What stands between the closing quote and the separator is kept as it is.
      const rest = plainCell(body, quote + 1, separator);
      return { text: text + rest.text, end: rest.end };
    }
    text += '"';
    at = quote + 2;
  }
}

function plainCell(body: string, start: number, separator: string): { text: string; end: number } {
  let end = start;
  while (end < body.length && body[end] !== separator && body[end] !== '\n' && body[end] !== '\r') end += 1;
  return { text: body.slice(start, end), end };
}

function separatorOf(text: string): string {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (separator: string) => line.split(separator).length;
  return [';', '\t', ','].reduce((most, one) => (count(one) > count(most) ? one : most));
}
