import type { Terms } from '@insatskollen/shared/agreements/agreement.ts';
import { closingReports } from '@insatskollen/shared/agreements/closing.ts';
import { dueAt } from '@insatskollen/shared/calendar/deadlines.ts';
import { CommitmentSchema } from '@insatskollen/shared/commitments/commitment.ts';
import { frequencies } from '@insatskollen/shared/calendar/periods.ts';
import { parseDecimal } from '@insatskollen/shared/decimal.ts';
import { date } from '#lib/format/date.ts';
import { capital, periodName } from '#lib/format/period.ts';
import type { Language } from '#lib/i18n/language.ts';
import { askedOf } from '#lib/report/asked.ts';
import { agreedInWords } from '#lib/report/head.server.ts';
import { namesOf } from '#lib/report/load.server.ts';
import { memoryOf } from '#lib/report/memory.server.ts';
import { periodsFor, type Registers } from './agreementChoices.server.ts';
import type { ShownAgreement } from './agreementForm.server.ts';

const DAYS_IN_YEAR = 365;

/** Texts that are numbers, in canonical form; the others are told of when the agreement is saved. */
const readable = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => {
      const value = parseDecimal(text);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/**
 * What the actor would meet under an agreement that is being written: the form of its next report from `today` (or from where a change
 * takes effect), and every report with its last day. `null` while too little of the agreement is there.
 */
export function previewOf(
  agreement: ShownAgreement,
  { library, initiatives }: Registers,
  today: string,
  language: Language,
) {
  const initiative = initiatives.find(({ id }) => id === agreement.initiativeId);
  const periods = periodsFor(agreement);
  const next =
    periods.find(({ id }) => id === agreement.effectiveFrom) ?? periods.find(({ end }) => end >= today) ?? periods[0];
  const frequency = frequencies.find((one) => one === agreement.frequency);
  if (!initiative || !next || !frequency || agreement.actorId === '') return null;
  const days = Number(agreement.dueDays);
  const dueDays = Number.isInteger(days) && days >= 0 && days <= DAYS_IN_YEAR ? days : 0;
  const terms: Terms = {
    ...agreement,
    id: '',
    version: 1,
    frequency,
    dueDays,
    succeeds: null,
    indicators: agreement.indicators.map((one) => ({
      ...one,
      targets: { year: parseDecimal(one.targets.year) ?? null, periods: readable(one.targets.periods) },
    })),
    confidential: [],
    closing: { ...agreement.closing, after: agreement.closing.after.filter((year) => /^\d{4}$/.test(year)) },
    questions: agreement.questions.flatMap((id) => library.questions.filter((one) => one.id === id)),
    commitments: agreement.commitments.flatMap((one) => {
      const read = CommitmentSchema.safeParse({
        ...one,
        min: parseDecimal(one.min) ?? null,
        max: parseDecimal(one.max) ?? null,
        indicatorId: one.indicatorId || null,
        dimension: one.dimension || undefined,
        note: one.note || null,
      });
      return read.success ? [read.data] : [];
    }),
    financing: readable(agreement.financing),
    focusArea: initiative.primaryFocusArea,
  };
  const names = namesOf({ actorId: agreement.actorId, agreement: terms }, initiative, library);
  const asked = askedOf(terms, next.id, library);
  return {
    period: next.id,
    terms,
    asked,
    memories: Object.fromEntries(asked.indicators.map((of) => [of.indicator.id, memoryOf(of, next.id, [], language)])),
    title: names.initiative,
    lead: `${capital(periodName(next.id, language))}, ${names.actor}`,
    head: agreedInWords(terms, names, language),
    reports: [...periods, ...closingReports(terms)].map((period) => ({
      period: period.id,
      name: capital(periodName(period.id, language)),
      due: date(dueAt(period, dueDays), language),
    })),
  };
}
export type AgreementPreview = NonNullable<ReturnType<typeof previewOf>>;
