import type { Cell } from '@insatskollen/shared/exports/cells.ts';
import { zip, type ZipEntry } from './zip.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org';
const MAIN = `${OFFICE}/spreadsheetml/2006/main`;
const RELATED = `${OFFICE}/officeDocument/2006/relationships`;
const PACKAGE = `${OFFICE}/package/2006`;
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Styles by their places in `cellXfs` below; quantities by how many decimals they are shown with. */
const STYLE = { heading: 1, day: 2, words: 3, lines: 4, quantities: [5, 6, 7] };
/** Spreadsheets count with binary numbers of this many digits; a longer one is words, so that none is lost. */
const EXACT_DIGITS = 15;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(1899, 11, 30);
/** Rows go out in pieces of about so many characters. */
const PIECE = 32_768;

/** A sheet: its name, the widths of its columns in characters, the headings, and rows as they are asked for. */
export interface Sheet {
  /** At most 31 characters, and none of `[]:*?/\\`. */
  name: string;
  /** True where long words are to go on below, within their column. */
  wrapped?: boolean;
  headings: readonly { text: string; width: number }[];
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

/** What a workbook says of itself to those who open it. */
export interface About {
  title: string;
  language: 'sv' | 'en';
}

/** A workbook for Excel (Office Open XML): typed cells, on each sheet the headings frozen and filters on them. Piece by piece. */
export const workbook = (sheets: readonly Sheet[], about: About): AsyncGenerator<Uint8Array, void> =>
  zip(filesOf(sheets, about));

function filesOf(sheets: readonly Sheet[], { title, language }: About): ZipEntry[] {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${SHEETS}.${type}+xml"/>`;
  const relation = (n: number, type: string, to: string) =>
    `<Relationship Id="rId${n}" Type="${type}" Target="${to}"/>`;
  const file = (name: string, text: string): ZipEntry => ({ name, text: [DECLARATION + text] });
  const sheetParts = sheets.map((_, n) => `worksheets/sheet${n + 1}`);
  return [
    file(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}` +
        `${sheetParts.map((part) => override(part, 'worksheet')).join('')}${override('styles', 'styles')}` +
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    ),
    file(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, `${RELATED}/officeDocument`, 'xl/workbook.xml')}` +
        `${relation(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`,
    ),
    file(
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
        `<dc:title>${escaped(title)}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`,
    ),
    file(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><sheets>${sheets
        .map(({ name }, n) => `<sheet name="${escaped(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    file(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${sheetParts
        .map((part, n) => relation(n + 1, `${RELATED}/worksheet`, `${part}.xml`))
        .join('')}${relation(sheets.length + 1, `${RELATED}/styles`, 'styles.xml')}</Relationships>`,
    ),
    file('xl/styles.xml', STYLES),
    ...sheets.map((sheet, n) => ({ name: `xl/${sheetParts[n]}.xml`, text: sheetXml(sheet) })),
  ];
}

const xf = (numFmtId: number, rest = '') =>
  `<xf numFmtId="${numFmtId}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${rest || '/'}>`;
const STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
  '<numFmt numFmtId="165" formatCode="#,##0.0"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  `${xf(164)}${xf(49)}${xf(49, ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf')}${xf(3)}${xf(165)}${xf(4)}` +
  '</cellXfs></styleSheet>';

async function* sheetXml({ headings, rows, wrapped }: Sheet): AsyncGenerator<string> {
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
  const wordStyle = wrapped ? STYLE.lines : STYLE.words;
  for await (const row of rows) {
    n += 1;
    piece += rowXml(n, row, wordStyle);
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
      return `<c ${at}${quantityStyle(cell.decimals)}><v>${cell.number}</v></c>`;
    const words = 'text' in cell ? cell.text : 'day' in cell ? cell.day : cell.number;
    return `<c ${at} s="${wordStyle}" t="inlineStr"><is><t xml:space="preserve">${escaped(words)}</t></is></c>`;
  });
  return `<row r="${n}">${inner.join('')}</row>`;
}

const quantityStyle = (decimals: number | undefined): string =>
  decimals === undefined ? '' : ` s="${STYLE.quantities[Math.min(decimals, STYLE.quantities.length - 1)]}"`;

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
