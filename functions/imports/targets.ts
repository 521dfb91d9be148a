import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { YEAR } from '@insatskollen/shared/exports/columns.ts';
import type { ReadRow, ReadTable, RowFault } from '@insatskollen/shared/exports/readRows.ts';
import { withCanonicalDecimals } from '../agreements/terms.ts';
import type { Deps } from '../deps.ts';
import { agreementsBefore, planAgreements, type WantedByFile } from './agreementPlan.ts';
import { isStale, textIn, type Plan } from './plan.ts';

/** One target that a row names, and what it is to be; none takes it away. */
interface Target {
  row: number;
  indicatorId: string;
  period: string;
  before: string | null;
  after: string | null;
}

/**
 * Plans what a file of targets would do. A target is a part of its agreement, so all that a file changes in one agreement is one
 * amendment of it. Targets that the file does not name stay as they are.
 */
export async function planTargets(deps: Deps, table: ReadTable, language: 'sv' | 'en'): Promise<Plan> {
  const before = await agreementsBefore(deps);
  const errors: RowFault[] = [...table.faults];
  const counts = { created: 0, changed: 0, unchanged: 0 };
  const seen = new Set<string>();
  const perAgreement = new Map<string, { agreement: Agreement; targets: Target[] }>();
  for (const row of table.rows) {
    const read = readTarget(row, before.byId.get(textIn(row, 'agreementId') ?? '')?.agreement);
    if ('code' in read) {
      errors.push(table.say(row.row, read.column, read.code));
      continue;
    }
    const { agreement, target } = read;
    const name = [agreement.id, target.indicatorId, target.period].join(' ');
    if (seen.has(name)) errors.push(table.say(row.row, 'period', 'rowTwice'));
    seen.add(name);
    if (target.before === target.after) {
      counts.unchanged += 1;
      continue;
    }
    if (isStale(row, agreement.version)) errors.push(table.say(row.row, 'version', 'stale'));
    counts[target.before === null ? 'created' : 'changed'] += 1;
    const found = perAgreement.get(agreement.id) ?? { agreement, targets: [] };
    found.targets.push(target);
    perAgreement.set(agreement.id, found);
  }
  const wanted = [...perAgreement.values()].map(({ agreement, targets }): WantedByFile => {
    const after = { ...agreement, version: agreement.version + 1, indicators: withTargets(agreement, targets) };
    return {
      after,
      reason: null,
      say: (path, fault) => table.say(rowOf(path, after, targets), 'target', fault),
    };
  });
  const planned = planAgreements(before, wanted, language);
  return { rows: table.rows.length, ...counts, errors: [...errors, ...planned.errors], entries: planned.entries };
}

function readTarget(
  row: ReadRow,
  stored: Agreement | undefined,
): { agreement: Agreement; target: Target } | { column: string; code: 'notThere' | 'notAPeriod' } {
  const agreement = stored && withCanonicalDecimals(stored);
  const indicatorId = textIn(row, 'indicatorId') ?? '';
  const agreed = agreement?.indicators.find((one) => one.indicatorId === indicatorId);
  if (!agreement) return { column: 'agreementId', code: 'notThere' };
  if (!agreed) return { column: 'indicatorId', code: 'notThere' };
  const period = textIn(row, 'period');
  if (period === null) return { column: 'period', code: 'notAPeriod' };
  const before = (period === YEAR ? agreed.targets.year : agreed.targets.periods?.[period]) ?? null;
  return { agreement, target: { row: row.row, indicatorId, period, before, after: textIn(row, 'target') } };
}

function withTargets(agreement: Agreement, changes: readonly Target[]): Agreement['indicators'] {
  return agreement.indicators.map((agreed) => {
    const its = changes.filter(({ indicatorId }) => indicatorId === agreed.indicatorId);
    if (its.length === 0) return agreed;
    const periods = new Map(Object.entries(agreed.targets.periods ?? {}));
    let year = agreed.targets.year ?? null;
    for (const { period, after } of its) {
      if (period === YEAR) year = after;
      else if (after === null) periods.delete(period);
      else periods.set(period, after);
    }
    return { ...agreed, targets: { ...agreed.targets, year, periods: Object.fromEntries(periods) } };
  });
}

/** The row that a fault of an agreement belongs to: that of the target, or of its indicator's or agreement's first. */
function rowOf(path: string, { indicators }: Agreement, targets: readonly Target[]): number {
  const [, at, , part, ...rest] = path.split('.');
  const indicatorId = indicators[Number(at)]?.indicatorId;
  const its = targets.filter((one) => one.indicatorId === indicatorId);
  const period = part === 'year' ? YEAR : rest.join('.');
  return (its.find((one) => one.period === period) ?? its[0] ?? targets[0])?.row ?? 1;
}
