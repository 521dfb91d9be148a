import { readInitiatives, readLibrary } from '#lib/server/register.ts';
import { areaOr404 } from '#lib/summary/area.server.ts';
import { chosenFrom, passedShare, seenFrom } from '#lib/summary/chosen.ts';
import { readActorCoverage, readSummary } from '#lib/summary/read.server.ts';
import type { PageServerLoad } from './$types';

/** Everything about one area: every figure with its breakdowns, who has reported, and the initiatives in it. */
export const load: PageServerLoad = async (event) => {
  const { now, me, language } = event.locals;
  const roles = me?.roles ?? [];
  const chosen = chosenFrom(event.url.searchParams, now, roles);
  const library = await readLibrary(event);
  const area = areaOr404(library, event.params.area);
  const isFocus = area.groupBy === 'focusArea';
  const seesActors = isFocus && chosen.asOf === null && (roles.includes('coordinator') || roles.includes('leader'));
  const [summary, initiatives, actorCoverage] = await Promise.all([
    readSummary(event, chosen, { groupBy: area.groupBy, breakdowns: true }),
    isFocus ? readInitiatives(event, { focusArea: area.id }) : [],
    seesActors ? readActorCoverage(event, chosen.period) : null,
  ]);
  const actorName = new Map(library.actors.map(({ id, shortName }) => [id, shortName]));
  const areaName = new Map(
    library.strategy.strategicAreas.flatMap(({ focusAreas }) => focusAreas.map(({ id, name }) => [id, name] as const)),
  );
  const group = summary.groups.find(({ id }) => id === area.id);
  const listed = initiatives.map(({ id, title, lifecycle, responsible, primaryFocusArea }) => ({
    id,
    title,
    lifecycle,
    responsible: responsible.map((actor) => actorName.get(actor) ?? actor),
    primary: { id: primaryFocusArea, name: areaName.get(primaryFocusArea) ?? primaryFocusArea },
  }));
  return {
    chosen,
    area,
    figures: group?.indicators ?? [],
    coverage: group?.coverage ?? null,
    corrections: summary.corrections.length,
    passed: passedShare(chosen, now),
    day: seenFrom(chosen, now),
    mayOpen: roles.some((role) => role !== 'admin'),
    mayPreview: roles.includes('coordinator'),
    definitions: new Map(library.indicators.map((indicator) => [indicator.id, indicator])),
    dimensions: library.dimensions.map(({ id, name, parts }) => ({
      id,
      name: name[language],
      parts: parts.map((part) => ({ id: part.id, name: part.name[language] })),
    })),
    actors:
      actorCoverage
        ?.filter(({ focusArea, coverage }) => focusArea === area.id && coverage.expected > 0)
        .map(({ actorId, coverage }) => ({ id: actorId, name: actorName.get(actorId) ?? actorId, coverage }))
        .toSorted((a, b) => b.coverage.late - a.coverage.late || a.name.localeCompare(b.name, 'sv')) ?? null,
    initiatives: listed.filter(({ primary }) => primary.id === area.id),
    also: listed.filter(({ primary }) => primary.id !== area.id),
  };
};
