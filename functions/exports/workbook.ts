import type { Cell } from '@insatskollen/shared/exports/cells.ts';
import { zip, type ZipEntry } from './zip.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org';
const MAIN = `${OFFICE}/spreadsheetml/2006/main`;
const RELATED = `${OFFICE}/officeDocument/2006/relationships`;
const PACKAGE = `${OFFICE}/package/2006`;
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Style of the heading and of days, by their places in `cellXfs` below. */
const STYLE = { heading: 1, day: 2, words: 3 };
/** Spreadsheets count with binary numbers of this many digits; a longer one is words, so that none is lost. */
const EXACT_DIGITS = 15;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(1899, 11, 30);
/** Rows go out in pieces of about so many characters. */
const PIECE = 32_768;

/** A sheet: its name, the widths of its columns in characters, the headings, and rows as they are asked for. */
export interface Sheet {
  name: string;
  headings: readonly { text: string; width: number }[];
  rows: Iterable<readonly Cell[]>;
}

/** A workbook for Excel (Office Open XML) with one sheet: typed cells, the headings frozen and filters on them. Piece by piece. */
export const workbook = (sheet: Sheet): AsyncGenerator<Uint8Array, void> => zip(filesOf(sheet));

function filesOf(sheet: Sheet): ZipEntry[] {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${SHEETS}.${type}+xml"/>`;
  const relation = (n: number, type: string, to: string) =>
    `<Relationship Id="rId${n}" Type="${RELATED}/${type}" Target="${to}"/>`;
  const file = (name: string, text: string): ZipEntry => ({ name, text: [DECLARATION + text] });
  return [
    file(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}` +
        `${override('worksheets/sheet1', 'worksheet')}${override('styles', 'styles')}</Types>`,
    ),
    file(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    file(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><sheets><sheet name="${escaped(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    file(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'styles', 'styles.xml')}</Relationships>`,
    ),
    file(
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">' +
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
        '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
        '</cellXfs></styleSheet>',
    ),
    { name: 'xl/worksheets/sheet1.xml', text: sheetXml(sheet) },
  ];
}

function* sheetXml({ headings, rows }: Sheet): Generator<string> {
  const last = letters(headings.length - 1);
  const columns = headings.map(
    ({ width }, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`,
  );
  yield (
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>` +
    rowXml(
      1,
      headings.map(({ text }) => ({ text })),
      STYLE.heading,
    )
  );
  let piece = '';
  let n = 1;
  for (const row of rows) {
    n += 1;
    piece += rowXml(n, row, STYLE.words);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData><autoFilter ref="A1:${last}${n}"/></worksheet>`;
}

function rowXml(n: number, cells: readonly Cell[], wordStyle: number): string {
  const inner = cells.map((cell, column) => {
    if (cell === null) return '';
    const at = `r="${letters(column)}${n}"`;
    if ('day' in cell) {
      const day = Date.parse(`${cell.day}T00:00:00Z`);
      // Spreadsheets know no days before 1900.
      if (day >= Date.UTC(1900, 2, 1)) return `<c ${at} s="${STYLE.day}"><v>${(day - FIRST_DAY) / DAY_MS}</v></c>`;
    }
    if ('number' in cell && cell.number.replaceAll(/\D/g, '').length <= EXACT_DIGITS)
      return `<c ${at}><v>${cell.number}</v></c>`;
    const words = 'text' in cell ? cell.text : 'day' in cell ? cell.day : cell.number;
    return `<c ${at} s="${wordStyle}" t="inlineStr"><is><t xml:space="preserve">${escaped(words)}</t></is></c>`;
  });
  return `<row r="${n}">${inner.join('')}</row>`;
}

/** A column's letters: A is 0, AA is 26. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Text inside of XML; what XML cannot hold is written as Excel does, `_x0007_`, and so is what looks like that. */
const escaped = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(
      /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu,
      (one) => `_x${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
