import { asSeenBy } from '@insatskollen/shared/agreements/confidential.ts';
import type { Wording } from '@insatskollen/shared/exports/cells.ts';
import { columnsOf, exportKinds, type Column, type ExportKind } from '@insatskollen/shared/exports/columns.ts';
import { can } from '@insatskollen/shared/people/permissions.ts';
import { z } from 'zod';
import { mayRead } from '../agreements/routes.ts';
import { allAgreements } from '../agreements/store.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api, type Call } from '../http/endpoint.ts';
import { libraryOf } from '../strategy/library.ts';
import { contentType, csvFile, fileAnswer } from './fileAnswer.ts';
import { FileQuerySchema, SeparatorSchema } from './query.ts';
import { rowsOf, type Exported } from './rows.ts';
import { workbook } from './workbook.ts';

const QuerySchema = FileQuerySchema.extend({
  /** Only the headings: a file to fill in. */
  template: z.enum(['true', 'false']).default('false'),
});
const CsvQuerySchema = QuerySchema.extend({ separator: SeparatorSchema.default(';') });

const fileNames = {
  sv: { initiatives: 'insatser', agreements: 'avtal', targets: 'mal' },
  en: { initiatives: 'initiatives', agreements: 'agreements', targets: 'targets' },
} as const;

/** What a file's first line is called in it. */
const headingOf = (column: Column, wording: Wording): string =>
  wording === 'names' ? column.name : column.heading[wording];

/** The registers as tables that come back in by `/imports`. They are streamed: no file is ever whole in memory. */
export function mountExports(api: Api, deps: Deps): void {
  for (const kind of exportKinds) {
    const action = kind === 'initiatives' ? 'register.read' : 'agreement.read';
    mount(
      api,
      deps,
      {
        method: 'get',
        path: `/exports/${kind}.csv`,
        summary: `All ${kind} that I may read, as CSV for Swedish Excel or, with separator=, as RFC 4180 has it`,
        action,
        query: CsvQuerySchema,
        answer: z.string(),
        answerType: 'text/csv',
      },
      async (call) => {
        const { separator } = call.query;
        const { wording, rows } = await tableOf(deps, kind, call);
        const headings = columnsOf[kind].map((column) => headingOf(column, wording));
        const name = fileNames[languageOfFile(call)][kind];
        return fileAnswer(csvFile(headings, rows, separator), contentType.csv, `${name}.csv`);
      },
    );
    mount(
      api,
      deps,
      {
        method: 'get',
        path: `/exports/${kind}.xlsx`,
        summary: `All ${kind} that I may read, as an Excel workbook`,
        action,
        query: QuerySchema,
        answer: z.string(),
        answerType: contentType.xlsx,
      },
      async (call) => {
        const { wording, rows } = await tableOf(deps, kind, call);
        const headings = columnsOf[kind].map((column) => ({
          text: headingOf(column, wording),
          width: widthOf(column),
        }));
        const language = languageOfFile(call);
        const name = fileNames[language][kind];
        return fileAnswer(
          workbook([{ name, headings, rows }], { title: name, language }),
          contentType.xlsx,
          `${name}.xlsx`,
        );
      },
    );
  }
}

async function tableOf(deps: Deps, kind: ExportKind, call: Call<z.output<typeof QuerySchema>, unknown>) {
  const { query, caller } = call;
  const language = languageOfFile(call);
  const wording: Wording = query.headings === 'names' ? 'names' : language;
  const readsAgreements = kind !== 'initiatives' && can(caller.person, 'agreement.read');
  const [library, agreements] = await Promise.all([libraryOf(deps), readsAgreements ? allAgreements(deps.table) : []]);
  const exported: Exported = {
    library,
    agreements: agreements
      .filter((agreement) => mayRead(caller.person, agreement))
      .map((agreement) => asSeenBy(caller.person, agreement)),
    language,
  };
  return { wording, rows: query.template === 'true' ? [] : rowsOf(kind, exported, wording) };
}

/** The language that a file is asked for in, else that of whoever asks. */
const languageOfFile = ({
  query,
  language,
}: Pick<Call<z.output<typeof FileQuerySchema>, unknown>, 'query' | 'language'>) => query.language ?? language;

const widthOf = ({ type }: Column): number => ({ text: 32, lines: 40, ids: 32, id: 24 })[String(type)] ?? 14;
