import { z } from 'zod';
import { answerFields, maskable } from '@insatskollen/shared/agreements/confidential.ts';
import { financingSources } from '@insatskollen/shared/agreements/financing.ts';
import { parseDecimal } from '@insatskollen/shared/decimal.ts';
import { commitmentsFrom, ShownCommitmentSchema } from '#lib/commitments/form.server.ts';
import { fieldsOf } from '#lib/edit/formFields.ts';
import { aBox, aNumber, aText, someTexts } from '#lib/edit/lenient.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import { baseOf } from '#lib/edit/send.server.ts';
import { number } from '#lib/format/number.ts';
import type { Language } from '#lib/i18n/language.ts';
import { placedQuestions } from '../fragor/questionForm.server.ts';

const targets = z.object({ year: aText, periods: z.record(z.string(), aText).catch({}) });
const RowSchema = z.object({
  indicatorId: aText,
  required: aBox,
  breakdowns: someTexts,
  targets: targets.catch({ year: '', periods: {} }),
});
const ShownSchema = z.object({
  actorId: aText,
  initiativeId: aText,
  reference: aText,
  succeeds: aText,
  termStart: aText,
  termEnd: aText,
  frequency: aText,
  dueDays: aNumber,
  effectiveFrom: aText,
  goal: aText,
  criteria: someTexts,
  rusPriorities: someTexts,
  indicators: z.array(RowSchema).catch([]),
  questions: someTexts,
  commitments: z.array(ShownCommitmentSchema).catch([]),
  financing: z.record(z.string(), aText).catch({}),
  confidential: z.array(z.object({ field: aText, chapter: aText, section: aText, reason: aText })).catch([]),
  closing: z.object({ final: aBox, after: someTexts }).catch({ final: false, after: [] }),
});
export type ShownAgreement = z.infer<typeof ShownSchema>;

/** An agreement, however incomplete, as the form reads it. */
export const readAgreement = (thing: Thing): ShownAgreement => ShownSchema.parse(thing);

/** An agreement as the form shows it: numbers as people in that language type them. */
export function showAgreement(language: Language): (thing: Thing) => ShownAgreement {
  const typed = (text: string) => {
    const value = parseDecimal(text);
    if (value === undefined) return text;
    return language === 'sv' ? number(value, language) : value;
  };
  const each = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, typed(text)]));
  return (thing) => {
    const shown = readAgreement(thing);
    return {
      ...shown,
      indicators: shown.indicators.map((row) => ({
        ...row,
        targets: { year: typed(row.targets.year), periods: each(row.targets.periods) },
      })),
      commitments: shown.commitments.map((one) => ({ ...one, min: typed(one.min), max: typed(one.max) })),
      financing: each(shown.financing),
    };
  };
}

/** What is chosen, in the order that it stood in before: ticking a box changes nothing of the others. */
const inOrderOf = (before: readonly string[], chosen: readonly string[]): string[] => [
  ...before.filter((id) => chosen.includes(id)),
  ...chosen.filter((id) => !before.includes(id)),
];

/** The agreement that a form describes. Whom it is with and what it follows stay as they were in one that is made already. */
export function agreementFrom(form: FormData): Thing {
  const { text, textOrNull, ticked, chosen, lines, rows, decimalOrNull } = fieldsOf(form);
  const base = baseOf(form);
  const before = readAgreement(base);
  const indicators = rows('indicators').map((n) => {
    const at = `indicators.${n}`;
    const indicatorId = text(`${at}.indicatorId`);
    const was = before.indicators.find((one) => one.indicatorId === indicatorId);
    const ofPeriods = [...form.keys()].flatMap((name) => {
      const period = name.startsWith(`${at}.targets.periods.`) ? name.slice(`${at}.targets.periods.`.length) : '';
      const target = period === '' ? null : decimalOrNull(name);
      return target === null ? [] : [[period, target] as const];
    });
    return {
      indicatorId,
      required: ticked(`${at}.required`),
      breakdowns: inOrderOf(was?.breakdowns ?? [], chosen(`${at}.breakdowns`)),
      targets: { year: decimalOrNull(`${at}.targets.year`), periods: Object.fromEntries(ofPeriods) },
    };
  });
  const more = text('addIndicator');
  const added = { indicatorId: more, required: true, breakdowns: [], targets: { year: null, periods: {} } };
  const closing = {
    final: ticked('closing.final'),
    after: text('closing.after')
      .split(/[\s,;]+/)
      .filter((year) => year !== ''),
  };
  const isClosed = closing.final || closing.after.length > 0;
  const questions = placedQuestions(form);
  const confidential = [
    ...maskable,
    ...questions.map(answerFields.text),
    ...indicators.map(({ indicatorId }) => answerFields.comment(indicatorId)),
  ].flatMap((field) => {
    const at = `confidential.${field}`;
    const ground = {
      chapter: text(`${at}.chapter`),
      section: text(`${at}.section`),
      reason: textOrNull(`${at}.reason`),
    };
    return Object.values(ground).some(Boolean) ? [{ field, ...ground }] : [];
  });
  const commitments = commitmentsFrom(form, 'commitments');
  const days = text('dueDays');
  const made = form.has('actorId')
    ? { actorId: text('actorId'), initiativeId: text('initiativeId'), succeeds: textOrNull('succeeds') }
    : {};
  return {
    ...base,
    ...made,
    reference: text('reference'),
    termStart: text('termStart'),
    termEnd: text('termEnd'),
    frequency: text('frequency'),
    dueDays: /^\d{1,9}$/.test(days) ? Number(days) : days,
    effectiveFrom: textOrNull('effectiveFrom') ?? undefined,
    goal: text('goal').replaceAll(/\r\n?/g, '\n'),
    criteria: lines('criteria'),
    closing: isClosed || 'closing' in base ? closing : undefined,
    confidential: confidential.length > 0 || 'confidential' in base ? confidential : undefined,
    rusPriorities: inOrderOf(before.rusPriorities, chosen('rusPriorities')),
    indicators: more === '' ? indicators : [...indicators, added],
    questions,
    commitments: commitments.length > 0 || 'commitments' in base ? commitments : undefined,
    financing: Object.fromEntries(
      financingSources.flatMap((source) => {
        const amount = decimalOrNull(`financing.${source}`);
        return amount === null ? [] : [[source, amount]];
      }),
    ),
  };
}
