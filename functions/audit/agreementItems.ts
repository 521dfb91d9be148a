import type { Agreement, Question, Terms } from '@insatskollen/shared/agreements/agreement.ts';
import type { ChainPlace } from '@insatskollen/shared/agreements/opening.ts';
import { addDays, startOfDay } from '@insatskollen/shared/calendar/days.ts';
import { parseDecimal } from '@insatskollen/shared/decimal.ts';
import type { Initiative } from '@insatskollen/shared/initiatives/initiative.ts';
import { termsItem } from '../agreements/termsStore.ts';
import type { Item } from '../table/client.ts';
import { agreementKey, libraryKey } from '../table/keys.ts';

interface Registers {
  questions: ReadonlyMap<string, Question>;
  initiatives: ReadonlyMap<string, Initiative>;
}

const DAYS_BEFORE_TERM = 30;
/**
 * When an agreement that is loaded counts as decided: a month before its term, so that figures as of then know of it, and at the
 * latest when it is loaded, since figures know of it from then on.
 */
export const decidedAt = (agreement: Pick<Agreement, 'termStart'>, loadedAt: Date): string => {
  const before = Date.parse(startOfDay(addDays(agreement.termStart, -DAYS_BEFORE_TERM)));
  return new Date(Math.min(before, loadedAt.getTime())).toISOString();
};

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

/** Each agreement's place in its chain, and every chain's last day. */
export function chainsOf(agreements: readonly Agreement[]): {
  places: Map<string, ChainPlace>;
  ends: Map<string, string>;
} {
  const byId = new Map(agreements.map((agreement) => [agreement.id, agreement]));
  const places = new Map<string, ChainPlace>();
  const ends = new Map<string, string>();
  for (const agreement of agreements) {
    let first = agreement;
    let order = 0;
    for (let before = byId.get(first.succeeds ?? ''); before; before = byId.get(first.succeeds ?? '')) {
      first = before;
      order += 1;
    }
    places.set(agreement.id, { chain: first.id, order });
    const end = ends.get(first.id) ?? '';
    ends.set(first.id, agreement.termEnd > end ? agreement.termEnd : end);
  }
  return { places, ends };
}

/** The items that hold an agreement: in the list, as it is now, and as the version that reports are pinned to. */
export function agreementItems(agreement: Agreement, terms: Terms, order: number): Item[] {
  const content = JSON.stringify(agreement);
  return [
    { ...libraryKey('agreement', order, agreement.id), id: agreement.id, content },
    { ...agreementKey(agreement.id), content },
    termsItem(terms),
  ];
}
