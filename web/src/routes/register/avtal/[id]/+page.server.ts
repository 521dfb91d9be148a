import { AgreementSchema } from '@insatskollen/shared/agreements/agreement.ts';
import { endingOf } from '@insatskollen/shared/agreements/ending.ts';
import { renewalOf } from '@insatskollen/shared/agreements/renew.ts';
import { ReportStateSchema } from '@insatskollen/shared/reports/head.ts';
import { z } from 'zod';
import { readComments, sendComment, withdrawComment } from '#lib/comments/comments.server.ts';
import { readCommitments } from '#lib/commitments/followed.server.ts';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { dayOf } from '#lib/format/date.ts';
import { readHistory } from '#lib/edit/history.server.ts';
import { refuseForm } from '#lib/server/form.ts';
import { readOne, tryAll } from '#lib/server/register.ts';
import { agreementTelling, answersOf, periodsFor, readRegisters } from '../agreementChoices.server.ts';
import { readAgreement } from '../agreementForm.server.ts';
import { namesIn } from '../../names.ts';
import type { Actions, PageServerLoad } from './$types';

const ReportLineSchema = z.object({
  agreementId: z.string(),
  period: z.string(),
  periodEnd: z.string(),
  state: ReportStateSchema,
  late: z.boolean(),
  dueAt: z.string(),
  approvedAt: z.string().nullable(),
});

const pathOf = (id: string): string => `/api/v1/agreements/${encodeURIComponent(id)}`;

/** One agreement: what was agreed, what it costs, and how its reports stand. */
export const load: PageServerLoad = async (event) => {
  const { now, language } = event.locals;
  const agreement = await readOne(event, 'agreements', event.params.id, AgreementSchema);
  const { actorId } = agreement;
  const [registers, reports, comments] = await Promise.all([
    readRegisters(event),
    tryAll(event, '/api/v1/reports', { actor: actorId }, ReportLineSchema),
    readComments(event, pathOf(agreement.id), actorId),
  ]);
  const { library } = registers;
  const initiative = registers.initiatives.find((one) => one.id === agreement.initiativeId);
  const others = registers.agreements.filter((one) => one.actorId === actorId);
  const mayChange = mayChangeRegister(event);
  const names = namesIn(library, language);
  const referenceOf = (id: string | undefined) => {
    const other = others.find((one) => one.id === id);
    return other ? { id: other.id, reference: other.reference } : null;
  };
  const own = agreement.indicators.map(({ indicatorId, required, targets }) => {
    const indicator = library.indicators.find(({ id }) => id === indicatorId);
    return {
      id: indicatorId,
      name: names.indicator(indicatorId),
      unit: indicator?.unit ?? { sv: '', en: '' },
      required,
      year: targets.year ?? null,
      periods: targets.periods ?? {},
    };
  });
  return {
    agreement,
    actor: { id: actorId, name: names.actor(actorId) },
    mayChange,
    comments,
    /** One key for each rendered form: pressing twice has one effect. */
    key: crypto.randomUUID(),
    saved: event.url.searchParams.has('sparat'),
    history: await readHistory(
      event,
      `/agreements/${encodeURIComponent(agreement.id)}`,
      agreementTelling(
        registers,
        periodsFor(readAgreement(agreement)).map(({ id }) => id),
        language,
      ),
    ),
    initiative: { id: agreement.initiativeId, title: initiative?.title ?? agreement.initiativeId },
    rusPriorities: agreement.rusPriorities.map(names.rusPriority),
    /** What of the reports' answers is confidential. */
    answerMarks: answersOf(registers, readAgreement(agreement), language).flatMap(({ field, name }) => {
      const mark = agreement.confidential?.find((one) => one.field === field);
      return mark ? [{ field, name, chapter: mark.chapter, section: mark.section }] : [];
    }),
    questions: agreement.questions.map((id) => library.questions.find((one) => one.id === id)?.name ?? id),
    indicators: own,
    periods: [...new Set(own.flatMap(({ periods }) => Object.keys(periods)))].toSorted(),
    commitments: await readCommitments(
      event,
      'agreements',
      { id: agreement.id, commitments: agreement.commitments ?? [], followed: true },
      names.indicator,
    ),
    succeeds: referenceOf(agreement.succeeds ?? undefined),
    succeededBy: referenceOf(others.find(({ succeeds }) => succeeds === agreement.id)?.id),
    endsSoon: mayChange && endingOf(agreement, others, dayOf(now)) !== undefined,
    mayRenew: mayChange && renewalOf(agreement, registers.agreements).faults.length === 0,
    reports: (reports.ok ? reports.data : [])
      .filter(({ agreementId }) => agreementId === agreement.id)
      .toSorted((a, b) => a.periodEnd.localeCompare(b.periodEnd) || a.period.localeCompare(b.period)),
  };
};

export const actions: Actions = {
  comment: async (event) => {
    const { form, refusal } = await sendComment(event, pathOf(event.params.id));
    return refuseForm(event, form, refusal);
  },
  withdraw: async (event) => {
    const { form, refusal } = await withdrawComment(event, pathOf(event.params.id));
    return refuseForm(event, form, refusal);
  },
};
