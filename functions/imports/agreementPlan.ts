import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { agreementFaultText } from '@insatskollen/shared/agreements/faults.ts';
import { expectedReports } from '@insatskollen/shared/agreements/opening.ts';
import type { RowFault, RowFaultCode } from '@insatskollen/shared/exports/readRows.ts';
import { chainsOf } from '../agreements/chains.ts';
import { storedAgreements, type StoredAgreement } from '../agreements/store.ts';
import { termsFor } from '../agreements/terms.ts';
import { agreementFaults } from '../agreements/check.ts';
import type { Deps } from '../deps.ts';
import { libraryNow, type Library } from '../strategy/library.ts';
import { Neighbours } from './neighbours.ts';
import type { Entry } from './plan.ts';

/** The register as it is before a file is read in. */
export interface Before {
  library: Library;
  stored: StoredAgreement[];
  byId: ReadonlyMap<string, StoredAgreement>;
}

export async function agreementsBefore(deps: Deps): Promise<Before> {
  const [library, stored] = await Promise.all([libraryNow(deps), storedAgreements(deps.table)]);
  return { library, stored, byId: new Map(stored.map((one) => [one.agreement.id, one])) };
}

/** An agreement that a file asks for, and how to say what is wrong with it by a path into it. */
export interface WantedByFile {
  after: Agreement;
  reason: string | null;
  say: (path: string, fault: RowFaultCode | { code: string; message: string }) => RowFault;
}

/**
 * The entries that write agreements, each checked among all others as they will be at its turn: what is followed comes before what
 * follows it. None takes a report away that is expected, so that a report that somebody begins meanwhile cannot stand in the way.
 */
export function planAgreements(
  { library, stored, byId }: Before,
  wanted: readonly WantedByFile[],
  language: 'sv' | 'en',
): { entries: Entry[]; errors: RowFault[] } {
  const now = new Neighbours(stored.map(({ agreement }) => agreement));
  const { places } = chainsOf([
    ...new Map(
      [...stored.map(({ agreement }) => agreement), ...wanted.map(({ after }) => after)].map((one) => [one.id, one]),
    ).values(),
  ]);
  const orderOf = ({ after }: WantedByFile) => places.get(after.id)?.order ?? 0;
  const errors: RowFault[] = [];
  const entries: Entry[] = [];
  for (const one of wanted.toSorted((a, b) => orderOf(a) - orderOf(b))) {
    const { after, reason, say } = one;
    const before = byId.get(after.id);
    const faults = agreementFaults(after, before?.agreement, library, now.of(after));
    errors.push(...faults.map(({ path, code }) => say(path, { code, message: agreementFaultText[language][code] })));
    if (faults.length === 0 && before) {
      const place = places.get(after.id) ?? { chain: after.id, order: 0 };
      const expected = new Set(expectedReports(termsFor(after, library), place).map(({ period }) => period));
      if (Object.keys(before.pins).some((period) => !expected.has(period)))
        errors.push(say('termEnd', 'removesReports'));
    }
    now.put(after);
    entries.push({ kind: 'agreement', id: after.id, from: before?.agreement.version ?? null, reason, after });
  }
  return { entries, errors };
}
