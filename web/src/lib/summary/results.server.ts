import { error } from '@sveltejs/kit';
import type { ApiEvent } from '#lib/server/api.ts';
import type { Library } from '#lib/server/register.ts';
import { chosenFrom, passedShare, seenFrom } from './chosen.ts';
import { dimensionNames } from './dimensionNames.ts';
import { readResults } from './read.server.ts';

/** What the page of an actor's or an initiative's results shows. There is no such page for those whose role does not see it. */
export async function resultsFor(
  event: ApiEvent,
  of: { kind: 'actors' | 'initiatives' | 'rus-priorities'; id: string },
  library: Library,
) {
  const { now, language, me } = event.locals;
  const roles = me?.roles ?? [];
  const chosen = chosenFrom(event.url.searchParams, now, roles);
  const results = await readResults(event, of, chosen);
  if (!results) error(404, { message: '' });
  const order = new Map(
    library.strategy.strategicAreas.flatMap(({ order: at, focusAreas }) =>
      focusAreas.map(({ id }) => [id, at] as const),
    ),
  );
  return {
    chosen,
    corrections: results.corrections.length,
    mayPreview: roles.includes('coordinator'),
    groups: results.groups.map((group) => ({ ...group, order: order.get(group.id) ?? 0 })),
    passed: passedShare(chosen, now),
    day: seenFrom(chosen, now),
    definitions: new Map(library.indicators.map((indicator) => [indicator.id, indicator])),
    dimensions: dimensionNames(library, language),
  };
}
