import { exportKinds, type ExportKind } from '@insatskollen/shared/exports/columns.ts';
import { readRows, type ReadTable } from '@insatskollen/shared/exports/readRows.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { planAgreementRows } from './agreements.ts';
import { FileFault, refusedFile } from './file/fault.ts';
import { readTable } from './file/read.ts';
import { planInitiatives } from './initiatives.ts';
import type { Plan } from './plan.ts';
import { mountProgress } from './progress.ts';
import { planTargets } from './targets.ts';
import { readIn, type Written } from './writing.ts';

const QuerySchema = z.object({ dryRun: z.enum(['true', 'false']).default('false') });
const AnswerSchema = z.object({
  rows: z.number().int(),
  created: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  errors: z.array(z.object({ row: z.number().int(), column: z.string(), code: z.string(), message: z.string() })),
});

const planOf: Record<ExportKind, (deps: Deps, table: ReadTable, language: 'sv' | 'en') => Promise<Plan>> = {
  initiatives: planInitiatives,
  agreements: planAgreementRows,
  targets: planTargets,
};

/** Reading files into the registers: first what it would do (`dryRun`), then all of it or nothing. */
export function mountImports(api: Api, deps: Deps): void {
  mountProgress(api, deps);
  for (const kind of exportKinds)
    mount(
      api,
      deps,
      {
        method: 'post',
        path: `/imports/${kind}`,
        summary:
          `Read a file of ${kind} in, all or nothing; with dryRun=true only say what it would do. ` +
          '202 when it is kept, and will be written, but was not all written within some seconds: /imports/progress tells how far it is',
        action: kind === 'initiatives' ? 'register.change' : 'agreement.change',
        query: QuerySchema,
        upload: true,
        answer: AnswerSchema,
        mayGoOn: true,
      },
      async (call) => {
        const { language, caller } = call;
        const file = await call.readFile();
        const rows = await readTable(file.bytes).catch((error: unknown) => {
          throw error instanceof FileFault ? refusedFile(error, language) : error;
        });
        const table = readRows(kind, rows, language);
        const plan = () => planOf[kind](deps, table, language);
        if (call.query.dryRun === 'true') return call.json(answerOf(await plan()));
        const { planned, written } = await readIn(deps, { by: caller.person.id, kind }, plan, refuseFaults, (of, how) =>
          call.idempotency.remember(statusOf[how], answerOf(of)),
        );
        return call.json(answerOf(planned), { status: statusOf[written] });
      },
    );
}

const statusOf: Record<Written, 200 | 202> = { all: 200, goesOn: 202 };

const answerOf = ({ rows, created, changed, unchanged, errors }: Plan): z.infer<typeof AnswerSchema> => ({
  rows,
  created,
  changed,
  unchanged,
  errors: errors.toSorted((a, b) => a.row - b.row),
});

function refuseFaults(plan: Plan): void {
  if (plan.errors.length === 0) return;
  const { errors, ...counts } = answerOf(plan);
  throw new Refused('invalid', {
    ...counts,
    errors: errors.map((fault) => ({ path: `rows.${fault.row}.${fault.column}`, ...fault })),
  });
}
