import { cellOf, type Cell, type Wording } from '@insatskollen/shared/exports/cells.ts';
import type { Column } from '@insatskollen/shared/exports/columns.ts';
import { fieldAt, type Thing } from '@insatskollen/shared/exports/fields.ts';
import type { Action } from '@insatskollen/shared/people/permissions.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, type Api, type Call } from '../http/endpoint.ts';
import { contentType, csvFile, fileAnswer } from './fileAnswer.ts';
import { FileQuerySchema, SeparatorSchema } from './query.ts';
import { workbook, type Sheet } from './workbook.ts';

type Language = 'sv' | 'en';
/** What one is asked for, with what every file of a table is asked for. */
type FileQuery<Q> = Q & z.output<typeof FileQuerySchema> & { separator?: ';' | ',' | undefined };

/** A table that goes out, and does not come back in. */
export interface Outgoing<Q> {
  /** As it is called in its address. */
  name: string;
  fileName: Readonly<Record<Language, string>>;
  /** What the file holds, after “as CSV” or “as an Excel workbook”. */
  summary: string;
  action: Action;
  query: z.ZodType<FileQuery<Q>>;
  columns: readonly Column[];
  /** Reads what is asked for; the lines are made, and read, as they are sent. */
  read(call: Call<FileQuery<Q>, unknown>, language: Language): Promise<Table> | Table;
}
export interface Table {
  lines: Iterable<Line> | AsyncIterable<Line>;
  /** More sheets of a workbook. */
  beside?: readonly Sheet[];
}
/** One line by its columns' names. Numbers of `measured` columns are quantities with so many decimals. */
export interface Line {
  line: Thing;
  decimals?: number;
}

/** The fields of a query of a file, to go with a table's own. */
export const fileShape = { ...FileQuerySchema.shape, separator: SeparatorSchema.optional() };

/** Mounts a table as CSV and as a workbook. */
export function mountOutgoing<Q>(api: Api, deps: Deps, table: Outgoing<Q>, measured: ReadonlySet<string>): void {
  const { name, action, columns, query } = table;
  const languageOf = (call: Call<FileQuery<Q>, unknown>) => call.query.language ?? call.language;
  const wordingOf = (call: Call<FileQuery<Q>, unknown>): Wording =>
    call.query.headings === 'names' ? 'names' : languageOf(call);
  const headingOf = (column: Column, wording: Wording) => (wording === 'names' ? column.name : column.heading[wording]);
  async function* rows(lines: Table['lines'], wording: Wording): AsyncGenerator<Cell[]> {
    for await (const { line, decimals } of lines)
      yield columns.map((column) => {
        const cell = cellOf(column, fieldAt(line, column.name), wording);
        if (!cell || !('number' in cell)) return cell;
        if (measured.has(column.name)) return { ...cell, decimals: decimals ?? 0 };
        return cell;
      });
  }
  mount(
    api,
    deps,
    {
      method: 'get',
      path: `/exports/${name}.csv`,
      summary: `${table.summary}, as CSV: for Swedish Excel in Swedish, as RFC 4180 has it in English, or by separator=`,
      action,
      query,
      answer: z.string(),
      answerType: contentType.csv,
    },
    async (call) => {
      const language = languageOf(call);
      const wording = wordingOf(call);
      const { lines } = await table.read(call, language);
      const body = await begun(rows(lines, wording));
      const headings = columns.map((column) => headingOf(column, wording));
      const separator = call.query.separator ?? (language === 'sv' ? ';' : ',');
      return fileAnswer(csvFile(headings, body, separator), contentType.csv, `${table.fileName[language]}.csv`);
    },
  );
  mount(
    api,
    deps,
    {
      method: 'get',
      path: `/exports/${name}.xlsx`,
      summary: `${table.summary}, as an Excel workbook`,
      action,
      query,
      answer: z.string(),
      answerType: contentType.xlsx,
    },
    async (call) => {
      const language = languageOf(call);
      const wording = wordingOf(call);
      const { lines, beside = [] } = await table.read(call, language);
      const fileName = table.fileName[language];
      const headings = columns.map((column) => ({ text: headingOf(column, wording), width: widthOf(column) }));
      const body = await begun(rows(lines, wording));
      const sheets = [{ name: fileName, headings, rows: body }, ...beside];
      return fileAnswer(workbook(sheets, { title: fileName, language }), contentType.xlsx, `${fileName}.xlsx`);
    },
  );
}

/** The same rows, the first of them already made: what cannot be read is refused before anything is sent. */
async function begun<T>(rows: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await rows.next();
  return (async function* all() {
    if (first.done === true) return;
    yield first.value;
    yield* rows;
  })();
}

const widthOf = ({ type }: Column): number => ({ text: 30, id: 24, choice: 18 })[String(type)] ?? 12;
