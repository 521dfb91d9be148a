import { decimalFault } from '@insatskollen/shared/decimal.ts';
import type { Series } from '@insatskollen/shared/societal/indicator.ts';
import type { FetchedValue } from '@insatskollen/shared/societal/kolada.ts';
import { revisionOf, type Revision } from '@insatskollen/shared/societal/suspectedBreak.ts';
import { takenIn, type SocietalValue } from '@insatskollen/shared/societal/value.ts';
import type { Deps } from '../deps.ts';
import { ConditionFailed } from '../table/client.ts';
import { societalOf, valuesOf } from './store.ts';
import type { StoredSocietal } from './stored.ts';
import { societalWrites } from './writes.ts';

/** Who the history says fetched a value: no person. */
const FETCHER = 'fetcher';
const ATTEMPTS = 5;

/**
 * Takes values in, in one transaction; answers how many are news, and whether they revise earlier years.
 * Starts over where somebody else was first.
 */
export async function takeIn(
  deps: Pick<Deps, 'table' | 'businessNow'>,
  { content: { id } }: StoredSocietal,
  series: Pick<Series, 'id'>,
  { values, name: source }: { values: readonly FetchedValue[]; name: string },
): Promise<{ news: number; revised?: Revision | undefined }> {
  const at = deps.businessNow().toISOString();
  const incoming = values
    .filter(({ value }) => value === null || decimalFault(value, { decimals: 30, negative: true }) === undefined)
    .map((one): SocietalValue => ({ ...one, source, sourceDate: null, how: 'fetched', at, synthetic: false }));
  for (let tried = 1; ; tried++) {
    const [before, known] = await Promise.all([societalOf(deps.table, id), valuesOf(deps.table, id)]);
    const { after, news } = takenIn(known, incoming);
    if (!before || news.length === 0) return { news: 0 };
    const change = {
      before,
      values: { all: after, news, known },
      what: 'fetched' as const,
      by: FETCHER,
      reason: source,
    };
    try {
      await deps.table.transact(societalWrites(deps, change));
      return { news: news.length, revised: revisionOf(series.id, known, news) };
    } catch (error) {
      if (!(error instanceof ConditionFailed) || tried === ATTEMPTS) throw error;
    }
  }
}
