import { AgreementSchema, type Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import type { ReadRow, ReadTable, RowFault } from '@insatskollen/shared/exports/readRows.ts';
import { fieldChanges } from '@insatskollen/shared/history/fieldChanges.ts';
import { NewAgreementSchema } from '../agreements/schemas.ts';
import { withCanonicalDecimals } from '../agreements/terms.ts';
import { freeId, idFor } from '../agreements/writeRoutes.ts';
import type { Deps } from '../deps.ts';
import { parse } from '../http/faults.ts';
import { agreementsBefore, planAgreements, type WantedByFile } from './agreementPlan.ts';
import { isStale, patched, textIn, type Plan } from './plan.ts';

/** What a file says of an agreement; its indicators are only named there. */
const FileAgreementSchema = NewAgreementSchema.omit({ indicators: true, id: true, version: true });
/** What a new one has where the file has no column for it: the same as of a blank cell. */
const unsaid = { criteria: [], questions: [], financing: {} };
const asked = new Set(Object.keys(FileAgreementSchema.shape));

/** Plans what a file of agreements would do: each row one that is there by its id, or a new one. */
export async function planAgreementRows(deps: Deps, table: ReadTable, language: 'sv' | 'en'): Promise<Plan> {
  const before = await agreementsBefore(deps);
  const errors: RowFault[] = [...table.faults];
  const wanted = new Map<string, WantedByFile>();
  const isTaken = new Set(before.byId.keys());
  let unchanged = 0;
  for (const row of table.rows) {
    const given = textIn(row, 'id');
    const now = given === null ? undefined : before.byId.get(given)?.agreement;
    const say: WantedByFile['say'] = (path, fault) => table.say(row.row, path, fault);
    if (given !== null && wanted.has(given)) errors.push(say('id', 'rowTwice'));
    const id = parse(NewAgreementSchema.pick({ id: true }), { id: given ?? undefined }, language);
    if (!now && 'errors' in id) errors.push(...id.errors.map((fault) => say('id', fault)));
    const thing = Object.entries(patched(now ?? unsaid, row)).filter(([name]) => asked.has(name));
    const read = parse(FileAgreementSchema, Object.fromEntries(thing), language);
    if ('errors' in read) {
      errors.push(...read.errors.map((fault) => say(fault.path, fault)));
      continue;
    }
    const after = withCanonicalDecimals(
      AgreementSchema.parse({
        ...now,
        ...read.data,
        id: given ?? freeId(idFor(read.data), isTaken),
        version: (now?.version ?? 0) + 1,
        indicators: indicatorsOf(row, now),
      }),
    );
    if (now && fieldChanges({ ...withCanonicalDecimals(now), version: after.version }, after).length === 0) {
      unchanged += 1;
      continue;
    }
    if (now && isStale(row, now.version)) errors.push(say('version', 'stale'));
    isTaken.add(after.id);
    wanted.set(after.id, { after, reason: textIn(row, 'reason'), say });
  }
  const planned = planAgreements(before, [...wanted.values()], language);
  const created = planned.entries.filter(({ from }) => from === null).length;
  return {
    rows: table.rows.length,
    created,
    changed: planned.entries.length - created,
    unchanged,
    errors: [...errors, ...planned.errors],
    entries: planned.entries,
  };
}

/** The indicators that a row names: those that the agreement has with their targets, new ones without. */
function indicatorsOf({ values }: ReadRow, now: Agreement | undefined): Agreement['indicators'] {
  const ids = values.get('indicators');
  if (!Array.isArray(ids)) return now?.indicators ?? [];
  return ids.map(String).map(
    (indicatorId) =>
      now?.indicators.find((one) => one.indicatorId === indicatorId) ?? {
        indicatorId,
        required: true,
        breakdowns: [],
        targets: {},
      },
  );
}
