import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { periodsOfTerm } from '@insatskollen/shared/calendar/periods.ts';
import type { PromisedReport } from '@insatskollen/shared/commitments/fulfilment.ts';
import type { Entry } from '@insatskollen/shared/reports/answers.ts';
import { chainsOf } from '../agreements/chains.ts';
import { readHead } from '../reports/headStore.ts';
import { approvedOfChain } from '../reports/seriesStore.ts';
import type { Table } from '../table/client.ts';
import { headKey } from '../table/keys.ts';

/** A report that a promise may be followed by, and its values where they are official now. */
export interface ReportWithValues extends Omit<PromisedReport, 'answer'> {
  values: Record<string, Entry> | undefined;
}

const AT_ONCE = 100;

/** Every report of some agreements among all: what it costs follows theirs, whatever else there is. */
export async function reportsOfAgreements(
  table: Table,
  own: readonly Agreement[],
  all: readonly Agreement[],
): Promise<ReportWithValues[]> {
  const { places } = chainsOf(all);
  const keys = own.flatMap(({ id, frequency, termStart, termEnd }) =>
    periodsOfTerm(frequency, termStart, termEnd).map((period) => headKey(id, period.id)),
  );
  const items = [];
  for (let from = 0; from < keys.length; from += AT_ONCE)
    items.push(...(await table.getMany(keys.slice(from, from + AT_ONCE))));
  const heads = items.flatMap((item) => (item ? [readHead(item)] : []));
  const chains = [...new Set(own.map(({ id }) => places.get(id)?.chain ?? id))];
  const approved = (await Promise.all(chains.map((chain) => approvedOfChain(table, chain)))).flat();
  const valuesOf = new Map(approved.map((one) => [`${one.agreementId}#${one.period}`, one.values]));
  return heads.map(({ agreementId, period, chain, officialVersion }) => ({
    period,
    chain,
    values: officialVersion === null ? undefined : valuesOf.get(`${agreementId}#${period}`),
  }));
}
