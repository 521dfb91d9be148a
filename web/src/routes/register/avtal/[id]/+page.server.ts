import { AgreementSchema } from '@insatskollen/shared/agreements/agreement.ts';
import { ReportStateSchema } from '@insatskollen/shared/reports/head.ts';
import { z } from 'zod';
import { readAgreements, readInitiative, readLibrary, readOne, tryAll } from '#lib/server/register.ts';
import { namesIn } from '../../names.ts';
import { daysLeftWithoutSuccessor } from '../term.ts';
import type { PageServerLoad } from './$types';

const ReportLineSchema = z.object({
  agreementId: z.string(),
  period: z.string(),
  periodEnd: z.string(),
  state: ReportStateSchema,
  late: z.boolean(),
  dueAt: z.string(),
  approvedAt: z.string().nullable(),
});

/** One agreement: what was agreed, what it costs, and how its reports stand. */
export const load: PageServerLoad = async (event) => {
  const { now, language } = event.locals;
  const agreement = await readOne(event, 'agreements', event.params.id, AgreementSchema);
  const { actorId } = agreement;
  const [library, initiative, others, reports] = await Promise.all([
    readLibrary(event),
    readInitiative(event, agreement.initiativeId),
    readAgreements(event, { actor: actorId }),
    tryAll(event, '/api/v1/reports', { actor: actorId }, ReportLineSchema),
  ]);
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
    initiative: { id: initiative.id, title: initiative.title },
    rusPriorities: agreement.rusPriorities.map(names.rusPriority),
    questions: agreement.questions.map((id) => library.questions.find((one) => one.id === id)?.name ?? id),
    indicators: own,
    periods: [...new Set(own.flatMap(({ periods }) => Object.keys(periods)))].toSorted(),
    succeeds: referenceOf(agreement.succeeds ?? undefined),
    succeededBy: referenceOf(others.find(({ succeeds }) => succeeds === agreement.id)?.id),
    endsSoon: daysLeftWithoutSuccessor(agreement, others, now) !== null,
    reports: (reports.ok ? reports.data : [])
      .filter(({ agreementId }) => agreementId === agreement.id)
      .toSorted((a, b) => a.periodEnd.localeCompare(b.periodEnd)),
  };
};
