import { IndicatorSchema } from '@insatskollen/shared/indicators/indicator.ts';
import { z } from 'zod';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { readHistory } from '#lib/edit/history.server.ts';
import { readAgreements, readInitiatives, readLibrary, readOne } from '#lib/server/register.ts';
import { agreementLines } from '../../agreementLines.server.ts';
import { namesIn } from '../../names.ts';
import { indicatorTelling } from '../indicatorForm.server.ts';
import type { PageServerLoad } from './$types';

const DetailSchema = IndicatorSchema.extend({ code: z.string().nullish(), sourceNote: z.string().nullish() });

const CommitmentsSchema = z.array(z.looseObject({ indicatorId: z.string().nullish() })).catch([]);
const commitmentsOf = (initiative: Record<string, unknown>) =>
  CommitmentsSchema.parse(initiative['quantifiedCommitments']);

/** One indicator: what exactly is counted, how it adds up, and who uses it. */
export const load: PageServerLoad = async (event) => {
  const { language } = event.locals;
  const [indicator, library, initiatives, agreements] = await Promise.all([
    readOne(event, 'indicators', event.params.id, DetailSchema),
    readLibrary(event),
    readInitiatives(event),
    readAgreements(event),
  ]);
  const names = namesIn(library, language);
  const linked = (one: (typeof library.indicators)[number] | undefined) =>
    one ? { id: one.id, name: one.name[language] } : null;
  return {
    indicator,
    mayChange: mayChangeRegister(event),
    saved: event.url.searchParams.has('sparat'),
    history: await readHistory(
      event,
      `/indicators/${encodeURIComponent(indicator.id)}`,
      indicatorTelling(library, language),
    ),
    replaces: linked(library.indicators.find(({ id }) => id === indicator.replaces)),
    replacedBy: linked(library.indicators.find(({ replaces }) => replaces === indicator.id)),
    partOf: linked(library.indicators.find(({ id }) => id === indicator.partOf)),
    parts: library.indicators.filter(({ partOf }) => partOf === indicator.id).flatMap((one) => linked(one) ?? []),
    promises: initiatives
      .filter((one) => commitmentsOf(one).some(({ indicatorId }) => indicatorId === indicator.id))
      .map(({ id, title, lifecycle, primaryFocusArea }) => ({
        id,
        title,
        lifecycle,
        focusArea: names.focusArea(primaryFocusArea),
      })),
    dimensions: indicator.dimensions.map((id) => library.dimensions.find((one) => one.id === id)?.name[language] ?? id),
    agreements: agreementLines(
      agreements.filter(({ indicators }) => indicators.some(({ indicatorId }) => indicatorId === indicator.id)),
      library,
      initiatives,
      language,
    ),
  };
};
