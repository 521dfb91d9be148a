import type { Row } from '@insatskollen/shared/exports/csv.ts';
import { FileFault } from './fault.ts';
import { openArchive, type Archive } from './unzip.ts';
import { tagsOf } from './xml.ts';

const MOST_COLUMNS = 256;
const DAY_MS = 86_400_000;
/** Days are counted from here, or from 1904 in a workbook that says so. */
const FIRST_DAY = { usual: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) };

/**
 * The rows of a workbook's first sheet as words: numbers with a decimal point, days as `2026-03-31`, formulas as what they came to.
 * Throws `FileFault`: a file with macros, a password, damage, or more inside of it than a register can hold.
 */
export async function readWorkbook(bytes: Uint8Array, mostRows: number): Promise<Row[]> {
  const archive = openArchive(bytes);
  const types = (await archive.text('[Content_Types].xml')) ?? '';
  if (/macroEnabled|vbaProject/i.test(types) || [...archive.names].some((name) => /vbaProject\.bin$/i.test(name)))
    throw new FileFault('macros');
  const workbook = await archive.text('xl/workbook.xml');
  if (workbook === undefined) throw new FileFault('notATable');
  const [sheet, strings, styles] = await Promise.all([
    sheetOf(archive, workbook),
    archive.text('xl/sharedStrings.xml'),
    archive.text('xl/styles.xml'),
  ]);
  const is1904 = [...tagsOf(workbook)].some(
    (tag) => tag.name === 'workbookPr' && ['1', 'true'].includes(tag.attribute('date1904') ?? ''),
  );
  return rowsOf(sheet, {
    strings: stringsOf(strings ?? ''),
    isDay: daysAmong(styles ?? ''),
    firstDay: is1904 ? FIRST_DAY.from1904 : FIRST_DAY.usual,
    mostRows,
  });
}

async function sheetOf(archive: Archive, workbook: string): Promise<string> {
  const id = [...tagsOf(workbook)].find(({ name }) => name === 'sheet')?.attribute('id');
  const relations = (await archive.text('xl/_rels/workbook.xml.rels')) ?? '';
  const target = [...tagsOf(relations)].find((tag) => tag.name === 'Relationship' && tag.attribute('Id') === id);
  const path = target?.attribute('Target')?.replace(/^\/?(?:xl\/)?/, '') ?? 'worksheets/sheet1.xml';
  const sheet = await archive.text(`xl/${path}`);
  if (sheet === undefined) throw new FileFault('broken');
  return sheet;
}

/** The texts that cells name by number. Readings for East Asian scripts are not part of them. */
function stringsOf(xml: string): string[] {
  const strings: string[] = [];
  let inReading = false;
  for (const { name, opens, closes, text } of tagsOf(xml)) {
    if (name === 'si' && opens) strings.push('');
    if (name === 'rPh') inReading = opens && !closes;
    if (name === 't' && opens && !inReading) strings[strings.length - 1] += written(text);
  }
  return strings;
}

/** Which styles of cells show a day: by a built-in format or one with a day, month or year in it. */
function daysAmong(xml: string): (style: number) => boolean {
  const formats = new Map<string, string>();
  const styles: boolean[] = [];
  let inCells = false;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'numFmt') formats.set(tag.attribute('numFmtId') ?? '', tag.attribute('formatCode') ?? '');
    if (tag.name === 'cellXfs') inCells = tag.opens;
    if (tag.name !== 'xf' || !inCells || !tag.opens) continue;
    const id = tag.attribute('numFmtId') ?? '0';
    const format = (formats.get(id) ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
    styles.push((Number(id) >= 14 && Number(id) <= 22) || /[dmy]/i.test(format));
  }
  return (style) => styles[style] ?? false;
}

interface Reading {
  strings: readonly string[];
  isDay: (style: number) => boolean;
  firstDay: number;
  mostRows: number;
}

function rowsOf(xml: string, reading: Reading): Row[] {
  const rows: Row[] = [];
  let row: Row | undefined;
  let cell: { column: number; type: string; style: number; text: string } | undefined;
  for (const tag of tagsOf(xml)) {
    const { name, opens, closes } = tag;
    if (name === 'row' && opens) {
      row = { number: Number(tag.attribute('r') ?? (rows.at(-1)?.number ?? 0) + 1), cells: [] };
      rows.push(row);
      if (rows.length > reading.mostRows) throw new FileFault('tooManyRows');
    }
    if (name === 'c' && opens && row) {
      const column = columnOf(tag.attribute('r')) ?? row.cells.length;
      cell = { column, type: tag.attribute('t') ?? 'n', style: Number(tag.attribute('s') ?? 0), text: '' };
    }
    if (cell && opens && (name === 'v' || name === 't')) cell.text += tag.text;
    if (name === 'c' && closes && cell && row) {
      if (cell.column >= MOST_COLUMNS) throw new FileFault('tooLargeInside');
      while (row.cells.length < cell.column) row.cells.push('');
      row.cells[cell.column] = wordsOf(cell, reading);
      cell = undefined;
    }
  }
  return rows;
}

/** A column's number by a cell's name: `AA7` is in 26. */
function columnOf(name: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(name ?? '')?.[0];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function wordsOf({ type, style, text }: { type: string; style: number; text: string }, reading: Reading): string {
  if (type === 's') return reading.strings[Number(text)] ?? '';
  if (type === 'inlineStr' || type === 'str') return written(text);
  if (type === 'b') return text.trim() === '1' ? 'true' : 'false';
  if (type === 'd') return text.slice(0, 10);
  if (type === 'e' || text.trim() === '') return text;
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  if (reading.isDay(style)) return dayOf(reading.firstDay + Math.floor(number) * DAY_MS) ?? text;
  // Spreadsheets keep 17 digits of a binary number and mean 15: 12.300000000000001 is 12.3.
  return text.replaceAll(/\D/g, '').length > 15 || /e/i.test(text) ? plain(number) : text.trim();
}

const dayOf = (instant: number): string | undefined =>
  Math.abs(instant) < 8.64e15 ? new Date(instant).toISOString().slice(0, 10) : undefined;

const plain = (number: number): string =>
  Math.abs(number) >= 1e15
    ? BigInt(Math.round(number)).toString()
    : Number(number.toPrecision(15))
        .toFixed(12)
        .replace(/\.?0+$/, '');

/** Text as it was before Excel wrote what XML cannot hold: `_x0007_`. */
const written = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
