import type { Agreement, Question, Terms } from '@insatskollen/shared/agreements/agreement.ts';
import { parseDecimal } from '@insatskollen/shared/decimal.ts';
import type { Initiative } from '@insatskollen/shared/initiatives/initiative.ts';

interface Registers {
  questions: ReadonlyMap<string, Question>;
  initiatives: ReadonlyMap<string, Initiative>;
}

const canonical = (decimal: string): string => parseDecimal(decimal) ?? decimal;

/** The agreement with every decimal in canonical form. */
export const withCanonicalDecimals = (agreement: Agreement): Agreement => ({
  ...agreement,
  indicators: agreement.indicators.map((indicator) => ({
    ...indicator,
    targets: {
      year: typeof indicator.targets.year === 'string' ? canonical(indicator.targets.year) : null,
      periods: Object.fromEntries(
        Object.entries(indicator.targets.periods ?? {}).map(([p, target]) => [p, canonical(target)]),
      ),
    },
  })),
  financing: Object.fromEntries(
    Object.entries(agreement.financing).map(([source, amount]) => [source, canonical(amount)]),
  ),
});

/** The terms that reports are pinned to: questions in full, and the focus area where they count. */
export function termsFor(agreement: Agreement, { questions, initiatives }: Registers): Terms {
  const initiative = initiatives.get(agreement.initiativeId);
  if (!initiative) throw new Error(`agreement ${agreement.id} is about an unknown initiative`);
  const asked = agreement.questions.map((id) => {
    const question = questions.get(id);
    if (!question) throw new Error(`agreement ${agreement.id} asks an unknown question`);
    return question;
  });
  return { ...agreement, questions: asked, focusArea: initiative.primaryFocusArea };
}
