import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { checkChosen } from '@insatskollen/shared/agreements/checkChosen.ts';
import { checkAgreement } from '@insatskollen/shared/agreements/checkAgreement.ts';
import { agreementFaultText, type AgreementFault } from '@insatskollen/shared/agreements/faults.ts';
import { pinsOf } from '@insatskollen/shared/agreements/opening.ts';
import { replan } from '@insatskollen/shared/agreements/replan.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import type { Deps } from '../deps.ts';
import { changeWrite } from '../history/changes.ts';
import { readHead } from '../reports/headStore.ts';
import { libraryNow, type Library } from '../strategy/library.ts';
import type { Table, TransactWrite } from '../table/client.ts';
import { headKey } from '../table/keys.ts';
import { chainsOf } from './chains.ts';
import { planAgreement } from './planAgreement.ts';
import { agreementItems, pairRevision, raisePair, storedAgreements, type StoredAgreement } from './store.ts';
import { termsFor } from './terms.ts';
import { termsItem, termsOf } from './termsStore.ts';

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
const MOST_WRITES = 100;

/**
 * Writes an agreement with all that follows from it in one transaction: its version, the reports that it asks for, coverage and
 * targets in both books, its chain, and who changed what. Refuses (422) with every fault at once; throws `ConditionFailed` when
 * somebody else wrote meanwhile.
 */
export async function writeAgreement(deps: Deps, wanted: WantedAgreement): Promise<Agreement> {
  const { table } = deps;
  const { agreement, before, by, reason, language } = wanted;
  const pair = await pairRevision(table, agreement);
  const [library, stored] = await Promise.all([libraryNow(deps), storedAgreements(table)]);
  const agreements = stored.map((one) => one.agreement);
  refuseAgreement(agreementFaults(agreement, before?.agreement, library, agreements), language);

  const terms = termsFor(agreement, library);
  const { places, ends } = chainsOf([...agreements.filter(({ id }) => id !== agreement.id), agreement]);
  const place = places.get(agreement.id) ?? { chain: agreement.id, order: 0 };
  const heads = before ? await headsOf(table, before) : [];
  const reports = replan(heads, terms, place, wanted.effectiveFrom);
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
  const order = before?.order ?? Math.max(-1, ...stored.map((one) => one.order)) + 1;
  const items = [...agreementItems({ agreement, order, pins: pinsOf(reports.heads) }), termsItem(terms)];
  const writes: TransactWrite[] = [
    changeWrite(deps, {
      kind: 'agreement',
      id: agreement.id,
      version: agreement.version,
      what: before ? 'amended' : 'created',
      by,
      reason,
      before: before?.agreement,
      after: agreement,
    }),
    raisePair(agreement, pair),
    ...items.map((Item) => ({ Put: { Item } })),
    ...(await planAgreement(table, change, library.indicators)),
    ...wanted.alsoWrite,
  ];
  if (writes.length > MOST_WRITES) refuseAgreement([{ path: 'termEnd', code: 'tooManyPeriods' }], language);
  await table.transact(writes);
  return agreement;
}

/** Everything wrong with an agreement as it is about to follow on `before`, among all others as they are now. */
export function agreementFaults(
  agreement: Agreement,
  before: Agreement | undefined,
  library: Library,
  agreements: readonly Agreement[],
): AgreementFault[] {
  const { actors, initiatives, indicators, questions, strategy } = library;
  return [
    ...checkAgreement(agreement, {
      actorIds: new Set(actors.keys()),
      initiatives,
      indicators,
      questionIds: new Set(questions.keys()),
      rusPriorityIds: new Set(strategy.rusPriorities.map(({ id }) => id)),
      agreements,
    }),
    ...checkChosen(agreement, before, library),
    ...(before ? fixedFaults(before, agreement) : []),
  ];
}

/** Every report that the agreement asks for, read strongly. */
async function headsOf(table: Table, { agreement, pins }: StoredAgreement): Promise<Head[]> {
  const items = await table.getMany(Object.keys(pins).map((period) => headKey(agreement.id, period)));
  return items.flatMap((item) => (item ? [readHead(item)] : []));
}

/** Whom an agreement is with, what it is about and what it follows are what its reports rest on. */
function fixedFaults(before: Agreement, after: Agreement): AgreementFault[] {
  const fixed = ['actorId', 'initiativeId', 'succeeds'] as const;
  return fixed.filter((field) => before[field] !== after[field]).map((path) => ({ path, code: 'fixed' }));
}

/** Refuses with what is wrong, in words. */
export function refuseAgreement(faults: readonly AgreementFault[], language: 'sv' | 'en'): void {
  if (faults.length === 0) return;
  const errors = faults.map(({ path, code }) => ({ path, code, message: agreementFaultText[language][code] }));
  throw new Refused('invalid', { errors });
}
