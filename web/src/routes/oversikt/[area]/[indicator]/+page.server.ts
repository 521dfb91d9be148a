import { readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import { error } from '@sveltejs/kit';
import { readAgreements, readInitiatives, readLibrary } from '#lib/server/register.ts';
import { areaOr404 } from '#lib/summary/area.server.ts';
import { chosenFrom, passedShare, seenFrom } from '#lib/summary/chosen.ts';
import { dimensionNames } from '#lib/summary/dimensionNames.ts';
import { readContributions, readSummary } from '#lib/summary/read.server.ts';
import type { PageServerLoad } from './$types';

/** What one figure is made of: every approved answer behind it, and what has changed since the day it is seen from. */
export const load: PageServerLoad = async (event) => {
  const { now, me, language } = event.locals;
  const roles = me?.roles ?? [];
  const chosen = chosenFrom(event.url.searchParams, now, roles);
  const library = await readLibrary(event);
  const area = areaOr404(library, event.params.area);
  const indicator = library.indicators.find(({ id }) => id === event.params.indicator);
  if (!indicator) error(404, { message: '' });
  const from = event.url.searchParams.get('fran');
  const [summary, { rows, people, next }, initiatives] = await Promise.all([
    readSummary(event, chosen, { groupBy: area.groupBy, breakdowns: true }),
    readContributions(event, chosen, { groupBy: area.groupBy, area: area.id, indicator: indicator.id, from }),
    readInitiatives(event),
  ]);
  const actorName = new Map(library.actors.map(({ id, shortName }) => [id, shortName]));
  const initiative = new Map(initiatives.map((one) => [one.id, one]));
  const agreements = summary.corrections.length > 0 ? await readAgreements(event) : [];
  const inArea = new Set(area.focusAreas.map(({ id }) => id));
  const agreement = new Map(
    agreements
      .filter((one) => inArea.has(initiative.get(one.initiativeId)?.primaryFocusArea ?? ''))
      .map((one) => [one.id, one]),
  );
  const nameOf = ({ actorId, initiativeId }: { actorId: string; initiativeId: string }) => ({
    actor: actorName.get(actorId) ?? actorId,
    initiative: initiative.get(initiativeId)?.title ?? initiativeId,
  });
  return {
    chosen,
    area,
    indicator,
    name: indicator.name[language],
    figure: summary.groups.find(({ id }) => id === area.id)?.indicators.find(({ id }) => id === indicator.id) ?? null,
    coverage: summary.groups.find(({ id }) => id === area.id)?.coverage ?? null,
    passed: passedShare(chosen, now),
    day: seenFrom(chosen, now),
    dimensions: dimensionNames(library, language),
    mayPreview: roles.includes('coordinator'),
    ownOnly: !readsForRegion(roles),
    rows: rows.map((row) => ({
      ...row,
      ...nameOf(row),
      approver: row.approvedBy === null ? null : (people[row.approvedBy] ?? null),
    })),
    isFirst: from === null,
    next,
    corrections: summary.corrections.flatMap((correction) => {
      const of = agreement.get(correction.agreementId);
      return of ? [{ ...correction, ...nameOf(of) }] : [];
    }),
  };
};
