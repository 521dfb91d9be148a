import { IndicatorSchema } from '@insatskollen/shared/indicators/indicator.ts';
import { z } from 'zod';
import { readAgreements, readInitiatives, readLibrary, readOne } from '#lib/server/register.ts';
import { namesIn } from '../../names.ts';
import type { PageServerLoad } from './$types';

const DetailSchema = IndicatorSchema.extend({ code: z.string().nullish(), sourceNote: z.string().nullish() });

/** One indicator: what exactly is counted, how it adds up, and which agreements follow it. */
export const load: PageServerLoad = async (event) => {
  const { language } = event.locals;
  const [indicator, library, initiatives, agreements] = await Promise.all([
    readOne(event, 'indicators', event.params.id, DetailSchema),
    readLibrary(event),
    readInitiatives(event),
    readAgreements(event),
  ]);
  const names = namesIn(library, language);
  return {
    indicator,
    dimensions: indicator.dimensions.map((id) => library.dimensions.find((one) => one.id === id)?.name[language] ?? id),
    agreements: agreements
      .filter(({ indicators }) => indicators.some(({ indicatorId }) => indicatorId === indicator.id))
      .map(({ id, reference, actorId, initiativeId, termStart, termEnd }) => ({
        id,
        reference,
        actor: names.actor(actorId),
        initiative: initiatives.find((one) => one.id === initiativeId)?.title ?? initiativeId,
        termStart,
        termEnd,
      }))
      .toSorted((a, b) => b.termStart.localeCompare(a.termStart) || a.actor.localeCompare(b.actor, 'sv')),
  };
};
