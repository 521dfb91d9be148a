import { parseDecimal } from '../decimal.ts';
import type { Column } from './columns.ts';

/**
 * What a cell of a spreadsheet holds: words, a number in canonical form, or a day. Blank is `null`. A number with `decimals` is a
 * quantity, shown with its thousands apart and so many decimals where the format has a way to say so.
 */
export type Cell = { text: string } | { number: string; decimals?: number } | { day: string } | null;

/** `names`: as the API has it, for programs; `words`: in a language, for people. Both come back in. */
export type Wording = 'names' | 'sv' | 'en';

const yesNo = { sv: ['ja', 'nej'], en: ['yes', 'no'], names: ['true', 'false'] } as const;
const yes = new Set(['ja', 'yes', 'true', 'sant', '1']);
const no = new Set(['nej', 'no', 'false', 'falskt', '0', '']);

/** What a spreadsheet may take for a formula: `=cmd`, `+1`, `-1`, `@sum`, or a control character before one. */
const formula = /^'*[=+\-@\t\r\n]/;

/** Words that no spreadsheet takes for a formula: an apostrophe goes before those that could be. `plainWords` takes it away. */
export const safeWords = (text: string): string => (formula.test(text) ? `'${text}` : text);
const plainWords = (text: string): string => (text.startsWith("'") && formula.test(text) ? text.slice(1) : text);

/** Several texts in one cell: each after a bullet, so that one with lines of its own is still one. */
const linesText = (items: readonly string[]): string =>
  items.map((item) => `• ${item.replaceAll(/\n(?= *• )/g, '\n ')}`).join('\n');

/** The texts of a cell: each after a bullet, or where there is none each on a line. */
function textLines(text: string): string[] {
  const lines = text.split(/\r\n?|\n/);
  if (!lines.some((line) => line.startsWith('• ')))
    return lines.map((line) => line.trim()).filter((line) => line !== '');
  const items: string[] = [];
  for (const line of lines) {
    const last = items.length - 1;
    if (line.startsWith('• ') || last < 0) items.push(line.replace(/^• /, ''));
    else items[last] += `\n${line.replace(/^ (?= *• )/, '')}`;
  }
  return items;
}

/** The cell of a column that holds this value of a thing. */
export function cellOf(column: Column, value: unknown, wording: Wording): Cell {
  const one = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (one === '' && typeof value !== 'boolean' && !Array.isArray(value)) return null;
  switch (column.type) {
    case 'integer':
      return { number: one };
    case 'decimal': {
      const number = parseDecimal(one);
      return number === undefined ? { text: safeWords(one) } : { number };
    }
    case 'day':
      return { day: one };
    case 'yesNo':
      return { text: yesNo[wording][value === true ? 0 : 1] };
    case 'ids':
    case 'lines': {
      const items = Array.isArray(value) ? value.map(String) : [];
      if (items.length === 0) return null;
      return { text: safeWords(column.type === 'ids' ? items.join(', ') : linesText(items)) };
    }
    case 'choice': {
      const name = one;
      return { text: wording === 'names' ? name : (column.choices?.[name]?.[wording] ?? name) };
    }
    case 'id':
    case 'text':
      return { text: safeWords(one) };
  }
}

export type CellFault = 'notANumber' | 'notAWholeNumber' | 'notYesNo' | 'notAChoice';

/** The value in a cell, read from its words; `undefined` for a field that is to be absent. */
export function valueOf(column: Column, cell: string): { value: unknown } | { fault: CellFault } {
  const text = plainWords(cell);
  const word = text.trim();
  const { type } = column;
  if (type === 'yesNo') {
    const known = yes.has(word.toLowerCase()) || no.has(word.toLowerCase());
    return known ? { value: yes.has(word.toLowerCase()) } : { fault: 'notYesNo' };
  }
  if (word === '') {
    if (column.blank === 'absent') return { value: undefined };
    return { value: type === 'ids' || type === 'lines' ? [] : null };
  }
  switch (type) {
    case 'integer':
      return /^-?\d{1,9}$/.test(word) ? { value: Number(word) } : { fault: 'notAWholeNumber' };
    case 'decimal': {
      const value = parseDecimal(word);
      return value === undefined ? { fault: 'notANumber' } : { value };
    }
    case 'ids':
      return { value: word.split(/[,;\n]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()])) };
    case 'lines':
      return { value: textLines(text) };
    case 'choice': {
      const wanted = word.toLowerCase();
      const found = Object.entries(column.choices ?? {}).find(([name, { sv, en }]) =>
        [name, sv, en].some((one) => one.toLowerCase() === wanted),
      );
      return found ? { value: found[0] } : { fault: 'notAChoice' };
    }
    case 'id':
    case 'day':
      return { value: word };
    case 'text':
      return { value: text };
  }
}
