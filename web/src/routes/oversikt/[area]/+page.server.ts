import { readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import { readAnalysesAbout } from '#lib/analyses/read.server.ts';
import { readAssessment } from '#lib/insight/read.server.ts';
import { readInitiatives, readLibrary } from '#lib/server/register.ts';
import { areaOr404 } from '#lib/summary/area.server.ts';
import { chosenFrom, passedShare, seenFrom } from '#lib/summary/chosen.ts';
import { dimensionNames } from '#lib/summary/dimensionNames.ts';
import { readSummary } from '#lib/summary/read.server.ts';
import type { PageServerLoad } from './$types';

const SHOWN_ANALYSES = 3;

/**
 * Everything about one area: every figure with its breakdowns, and the initiatives in it. Who has reported is counted report by
 * report, so it has a page of its own: this one costs the same whatever their number.
 */
export const load: PageServerLoad = async (event) => {
  const { now, me, language } = event.locals;
  const roles = me?.roles ?? [];
  const chosen = chosenFrom(event.url.searchParams, now, roles);
  const library = await readLibrary(event);
  const area = areaOr404(library, event.params.area);
  const isFocus = area.groupBy === 'focusArea';
  const seesActors = chosen.asOf === null && readsForRegion(roles);
  const seesAssessment = readsForRegion(roles);
  const [summary, initiatives, assessment, analyses] = await Promise.all([
    readSummary(event, chosen, { groupBy: area.groupBy, breakdowns: true }),
    isFocus ? readInitiatives(event, { focusArea: area.id }) : [],
    seesAssessment ? readAssessment(event, area.id, chosen.period) : null,
    isFocus ? readAnalysesAbout(event, area.id, SHOWN_ANALYSES) : [],
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
    dimensions: dimensionNames(library, language),
    seesActors,
    seesAssessment,
    assessment,
    analyses,
    initiatives: listed.filter(({ primary }) => primary.id === area.id),
    also: listed.filter(({ primary }) => primary.id !== area.id),
  };
};
