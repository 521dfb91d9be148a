import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { checkAgreement } from '@insatskollen/shared/agreements/checkAgreement.ts';
import { checkChosen } from '@insatskollen/shared/agreements/checkChosen.ts';
import { agreementFaultText, type AgreementFault } from '@insatskollen/shared/agreements/faults.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Library } from '../strategy/library.ts';

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
