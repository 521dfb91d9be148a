import type { FigureTable } from '@insatskollen/shared/exports/figureTable.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { libraryOf } from '../strategy/library.ts';
import { summaryFor } from '../summary/answer.ts';
import type { SummaryQuerySchema } from '../summary/schemas.ts';

/** The figures that a person may see, of all areas or of one, with what names them. */
export async function figureTableFor(
  deps: Deps,
  person: Person,
  query: z.output<typeof SummaryQuerySchema> & { area?: string | undefined },
  language: 'sv' | 'en',
): Promise<FigureTable> {
  const [summary, { indicators, dimensions }] = await Promise.all([
    summaryFor(deps, person, query, language),
    libraryOf(deps),
  ]);
  const { from, to, asOf } = summary;
  const groups = summary.groups.filter(({ id }) => query.area === undefined || id === query.area);
  if (groups.length === 0) throw new Refused('notFound');
  return { from, to, asOf, include: query.include, synthetic: deps.settings.demo, groups, indicators, dimensions };
}
