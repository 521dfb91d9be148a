import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { pinsOf } from '@insatskollen/shared/agreements/opening.ts';
import { replan } from '@insatskollen/shared/agreements/replan.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import type { Deps } from '../deps.ts';
import { changeWrite } from '../history/changes.ts';
import { readHead } from '../reports/headStore.ts';
import type { Library } from '../strategy/library.ts';
import type { Table } from '../table/client.ts';
import { headKey } from '../table/keys.ts';
import { chainsOf } from './chains.ts';
import { refuseAgreement } from './check.ts';
import { planAgreement, type Followed } from './planAgreement.ts';
import { agreementItems, raisePair, type StoredAgreement } from './store.ts';
import { termsFor } from './terms.ts';
import { termsItem, termsOf } from './termsStore.ts';
import type { WantedAgreement } from './write.ts';

/** What an agreement is written among. */
export interface Among {
  library: Library;
  /** Every agreement, or at least those between the same two about the same: its chain is among these. */
  agreements: readonly Agreement[];
  /** How often its pair has been written (`pairRevision`). */
  pair: number;
  /** Its place in the list. */
  order: number;
}

/** Plans all that writing an agreement takes; what is wrong with it has been looked for. Refuses (422) what cannot become of its reports. */
export async function planWrites(
  deps: Deps,
  { agreement, before, effectiveFrom, by, reason, language }: Omit<WantedAgreement, 'alsoWrite'>,
  { library, agreements, pair, order }: Among,
): Promise<Followed> {
  const { table } = deps;
  const terms = termsFor(agreement, library);
  const { places, ends } = chainsOf([...agreements.filter(({ id }) => id !== agreement.id), agreement]);
  const place = places.get(agreement.id) ?? { chain: agreement.id, order: 0 };
  const heads = before ? await headsOf(table, before) : [];
  const reports = replan(heads, terms, place, effectiveFrom);
  refuseAgreement(reports.faults, language);
  const change = {
    before: before && {
      agreement: before.agreement,
      terms: await termsOf(table, agreement.id, before.agreement.version),
    },
    after: { agreement, terms },
    place,
    chainEnd: ends.get(place.chain) ?? agreement.termEnd,
    reports,
    cause: {
      at: deps.businessNow().toISOString(),
      what: before ? 'amended' : 'agreed',
      agreementId: agreement.id,
      period: '',
      version: agreement.version,
      number: agreement.version - 1,
    },
  };
  const event = changeWrite(deps, {
    kind: 'agreement',
    id: agreement.id,
    version: agreement.version,
    what: before ? 'amended' : 'created',
    by,
    reason,
    before: before?.agreement,
    after: agreement,
  });
  const items = [...agreementItems({ agreement, order, pins: pinsOf(reports.heads) }), termsItem(terms)];
  const { writes, sums } = await planAgreement(table, change, library.indicators);
  return { writes: [event, raisePair(agreement, pair), ...items.map((Item) => ({ Put: { Item } })), ...writes], sums };
}

/** Every report that the agreement asks for, read strongly. */
async function headsOf(table: Table, { agreement, pins }: StoredAgreement): Promise<Head[]> {
  const items = await table.getMany(Object.keys(pins).map((period) => headKey(agreement.id, period)));
  return items.flatMap((item) => (item ? [readHead(item)] : []));
}
