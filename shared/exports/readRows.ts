import { valueOf, type CellFault } from './cells.ts';
import { columnsOf, type Column, type ExportKind } from './columns.ts';
import type { Row } from './csv.ts';

/** What is wrong in a file, in words that say what to do. */
const texts = {
  sv: {
    unknownColumn: 'Kolumnen finns inte i mallen. Ta bort den eller rätta rubriken.',
    blank: 'Fyll i det här.',
    columnTwice: 'Kolumnen finns två gånger. Ta bort den ena.',
    columnMissing: 'Kolumnen saknas. Hämta mallen eller exportfilen och utgå från den.',
    notANumber: 'Skriv ett tal.',
    notAWholeNumber: 'Skriv ett heltal.',
    notYesNo: 'Skriv ja eller nej.',
    notAChoice: 'Det går inte att välja så. Skriv ett av orden i exportfilen.',
    rowTwice: 'Raden finns redan tidigare i filen. Ta bort den ena.',
    notThere: 'Det finns inget sådant i registret.',
    notAPeriod: 'Skriv year för årets mål, eller en period som 2026-Q3.',
    stale: 'Någon har ändrat sedan filen hämtades. Hämta en ny fil och gör om ändringen.',
    removesReports: 'Det här skulle ta bort rapporter som väntas. Ändra avtalet för sig, på avtalets egen sida.',
  },
  en: {
    unknownColumn: 'The column is not in the template. Remove it or correct the heading.',
    blank: 'Fill this in.',
    columnTwice: 'The column is there twice. Remove one of them.',
    columnMissing: 'The column is missing. Fetch the template or the export and start from it.',
    notANumber: 'Enter a number.',
    notAWholeNumber: 'Enter a whole number.',
    notYesNo: 'Enter yes or no.',
    notAChoice: 'That cannot be chosen. Write one of the words in the export.',
    rowTwice: 'The row is there already, earlier in the file. Remove one of them.',
    notThere: 'There is no such thing in the register.',
    notAPeriod: 'Enter year for the target of the year, or a period such as 2026-Q3.',
    stale: 'Somebody has changed this since the file was fetched. Fetch it again and make the change anew.',
    removesReports: 'This would take away reports that are expected. Change the agreement by itself, on its own page.',
  },
} as const satisfies Record<'sv' | 'en', Record<CellFault, string> & Record<string, string>>;
export type RowFaultCode = keyof (typeof texts)['sv'];

/** One thing wrong: the row as a spreadsheet numbers it, the column's heading as it is in the file, what, and words. */
export interface RowFault {
  row: number;
  column: string;
  code: string;
  message: string;
}

/** A row of a file, read: the value of each of its columns, by the column's name. */
export interface ReadRow {
  row: number;
  values: ReadonlyMap<string, unknown>;
}

/** The rows of a file, and a way to say what is wrong with one. */
export interface ReadTable {
  rows: ReadRow[];
  faults: RowFault[];
  /** A fault of ours, or one that a rule has put into words; `path` is into the thing. */
  say(row: number, path: string, fault: RowFaultCode | { code: string; message: string }): RowFault;
}

const plain = (heading: string): string => heading.normalize('NFC').trim().toLowerCase();

/** Reads the rows of a kind: the first holds the headings, in words or as the API has them, in any order. */
export function readRows(kind: ExportKind, [head, ...rest]: readonly Row[], language: 'sv' | 'en'): ReadTable {
  const columns = columnsOf[kind];
  const headings = (head?.cells ?? []).map((heading) => heading.trim());
  const found = headings.map((heading) =>
    columns.find(({ name, heading: words }) => [name, words.sv, words.en].some((one) => plain(one) === plain(heading))),
  );
  const headingOf = ({ name, heading }: Column) =>
    headings[found.findIndex((column) => column?.name === name)] ?? heading[language];
  const say: ReadTable['say'] = (row, path, fault) => {
    // What is not there at all is said as what is blank.
    const what = typeof fault !== 'string' && fault.code === 'invalid_type' ? 'blank' : fault;
    const told = typeof what === 'string' ? { code: what, message: texts[language][what] } : what;
    const column = columnAt(columns, path);
    return { row, column: column ? headingOf(column) : '', code: told.code, message: told.message };
  };
  const top = head?.number ?? 1;
  const faults = [
    ...headings.flatMap((heading, n): RowFault[] => {
      if (heading === '') return [];
      const code = !found[n] ? 'unknownColumn' : found.indexOf(found[n]) < n ? 'columnTwice' : undefined;
      return code ? [{ row: top, column: heading, code, message: texts[language][code] }] : [];
    }),
    ...columns
      .filter(({ needed, name }) => needed && !found.some((column) => column?.name === name))
      .map(({ name }) => say(top, name, 'columnMissing')),
  ];
  const rows = rest.map(({ number, cells }): ReadRow => {
    const values = new Map<string, unknown>();
    for (const [n, column] of found.entries()) {
      if (!column || column.only === 'out') continue;
      const read = valueOf(column, cells[n] ?? '');
      if ('fault' in read) faults.push(say(number, column.name, read.fault));
      else values.set(column.name, read.value);
    }
    return { row: number, values };
  });
  return { rows, faults, say };
}

/** The column that a path into a thing belongs to: `criteria.3` to `criteria`. */
function columnAt(columns: readonly Column[], path: string): Column | undefined {
  for (let at = path; at !== ''; at = at.split('.').slice(0, -1).join('.')) {
    const column = columns.find(({ name }) => name === at);
    if (column) return column;
  }
  return undefined;
}
