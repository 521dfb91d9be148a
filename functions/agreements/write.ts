import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { books } from '@insatskollen/shared/summary/countedVersion.ts';
import type { Deps } from '../deps.ts';
import { libraryNow } from '../strategy/library.ts';
import { additions } from '../summary/change.ts';
import type { TransactWrite } from '../table/client.ts';
import { agreementFaults, refuseAgreement } from './check.ts';
import { planWrites } from './planWrites.ts';
import { pairRevision, storedAgreements, type StoredAgreement } from './store.ts';

/** An agreement that someone wants written. */
export interface WantedAgreement {
  /** As it is to be, decimals in canonical form, with the version that this makes. */
  agreement: Agreement;
  before: StoredAgreement | undefined;
  /** First day of the first period that follows the new terms; none for all that is not begun. */
  effectiveFrom: string | null;
  by: string;
  reason: string | null;
  language: 'sv' | 'en';
  /** What belongs in the same transaction: the remembered answer. */
  alsoWrite: TransactWrite[];
}

/** DynamoDB takes no more in one transaction. */
export const MOST_WRITES = 100;

/**
 * Writes an agreement with all that follows from it in one transaction: its version, the reports that it asks for, coverage and
 * targets in both books, its chain, and who changed what. Refuses (422) with every fault at once; throws `ConditionFailed` when
 * somebody else wrote meanwhile.
 */
export async function writeAgreement(deps: Deps, wanted: WantedAgreement): Promise<Agreement> {
  const { table } = deps;
  const { agreement, before, language } = wanted;
  const pair = await pairRevision(table, agreement);
  const [library, stored] = await Promise.all([libraryNow(deps), storedAgreements(table)]);
  const agreements = stored.map((one) => one.agreement);
  refuseAgreement(agreementFaults(agreement, before?.agreement, library, agreements), language);
  const order = before?.order ?? orderAfter(stored);
  const { writes, sums } = await planWrites(deps, wanted, { library, agreements, pair, order });
  const all = [...writes, ...books.flatMap((book) => additions(book, sums[book])), ...wanted.alsoWrite];
  if (all.length > MOST_WRITES) refuseAgreement([{ path: 'termEnd', code: 'tooManyPeriods' }], language);
  await table.transact(all);
  return agreement;
}

/** The place in the list of what is made after all these. */
export const orderAfter = (stored: readonly StoredAgreement[]): number =>
  stored.reduce((last, { order }) => Math.max(last, order), -1) + 1;
