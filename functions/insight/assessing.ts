import { parsePeriod, windowOf, type Window } from '@insatskollen/shared/calendar/periods.ts';
import { allowedNow, evidenceFaults, stateAfter, statesFor } from '@insatskollen/shared/insight/assess.ts';
import { unwritten, type AssessmentContent } from '@insatskollen/shared/insight/assessment.ts';
import { referencesIn } from '@insatskollen/shared/insight/quoting.ts';
import { can } from '@insatskollen/shared/people/permissions.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import { Refused, type Fault } from '@insatskollen/shared/refusals.ts';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { namesOf } from '../people/names.ts';
import { libraryOf, type Library } from '../strategy/library.ts';
import { groupsOf } from '../summary/answer.ts';
import { publishedBefore } from './assessmentStore.ts';
import { quotableFigures } from './figures.ts';
import { analysesThere, approvedReports } from './rests.ts';
import type { AssessmentSchema, QuotedFigure, StoredAssessment } from './schemas.ts';

/** What an assessment is of. */
export interface Place {
  library: Library;
  areaId: string;
  focusAreas: readonly string[];
  window: Window;
}

/** The area and window that an address names: a focus area or a strategic area, and a year, half-year or quarter. */
export async function placeOf(deps: Deps, params: Record<string, string>): Promise<Place> {
  const library = await libraryOf(deps);
  const areaId = params['areaId'] ?? '';
  const groups = [...groupsOf(library, 'focusArea'), ...groupsOf(library, 'strategicArea')];
  const group = groups.find(({ id }) => id === areaId);
  const window = calendarWindow(params['window'] ?? '');
  if (!group || !window) throw new Refused('notFound');
  return { library, areaId, focusAreas: group.focusAreas, window };
}

/** A year, half-year or quarter; a school year is no window of the region's. */
export const calendarWindow = (id: string): Window | undefined =>
  parsePeriod(id)?.kind === 'schoolYear' ? undefined : windowOf(id, id);

type Texts = Pick<AssessmentContent, 'conclusion' | 'analysis'>;

/** The figures that the texts quote, as they are now. */
export const quotedNow = (deps: Deps, place: Place, texts: Texts): Promise<QuotedFigure[]> =>
  quotedAsOf(deps, place, texts, undefined);

/** The same as they were at an instant. */
export async function quotedAsOf(
  deps: Deps,
  { library, focusAreas, window }: Place,
  texts: Texts,
  asOf: string | undefined,
): Promise<QuotedFigure[]> {
  const quoted = referencesIn(texts);
  if (quoted.length === 0) return [];
  const figures = await quotableFigures(deps, library, focusAreas, { window, asOf });
  return quoted.flatMap((id) => figures.get(id) ?? []);
}

/** Everything that the texts quote or rest on and that is not there. */
export async function faultsOf(
  deps: Deps,
  place: Place,
  content: AssessmentContent,
  language: 'sv' | 'en',
): Promise<Fault[]> {
  const [figures, reports, analyses] = await Promise.all([
    quotedNow(deps, place, content),
    approvedReports(deps.table, content.evidence, place.focusAreas),
    analysesThere(deps.table, content.analysisIds),
  ]);
  return evidenceFaults(content, { figures: new Set(figures.map(({ id }) => id)), reports, analyses }, language);
}

/** The assessment as somebody reads it: as it is written for those who write, as it was published for others. 404 where there is nothing. */
export async function answerFor(
  deps: Deps,
  person: Person,
  place: Place,
  now: StoredAssessment,
): Promise<z.output<typeof AssessmentSchema>> {
  const writes = can(person, 'assessment.write');
  const { published } = now;
  if (!writes && !published) {
    const previous = await publishedBefore(deps.table, place.areaId, place.window.end);
    if (!previous) throw new Refused('notFound');
    // Whether anybody has begun on this one is nothing to them.
    return {
      ...{ ...unwritten, areaId: now.areaId, window: now.window, version: 0, state: 'unwritten' },
      ...{ writtenBy: null, writtenAt: null, reviewedBy: null, published: null, figures: [] },
      ...{ asOf: deps.businessNow().toISOString(), previous, allowed: [], people: {} },
    };
  }
  const frozen = published && (!writes || now.state === 'published') ? published : undefined;
  const { direction, conclusion, analysis, evidence, analysisIds } = frozen ?? now;
  return {
    ...{ areaId: now.areaId, window: now.window, version: now.version },
    state: writes ? now.state : 'published',
    ...{ direction, conclusion, analysis, evidence, analysisIds },
    ...{ writtenBy: now.writtenBy, writtenAt: now.writtenAt, reviewedBy: now.reviewedBy, published },
    figures: frozen ? frozen.figures : await quotedNow(deps, place, now),
    asOf: frozen ? frozen.asOf : deps.businessNow().toISOString(),
    previous: await publishedBefore(deps.table, place.areaId, place.window.end),
    allowed: writes ? allowedNow(now.state, person.id, now.writtenBy) : [],
    people: await namesOf(deps, [now.writtenBy, now.reviewedBy, published?.by]),
  };
}

/** The state that an action leads to, or 409 with the states in which it has a place. */
export function stateNext(now: StoredAssessment, action: 'write' | 'review' | 'publish'): StoredAssessment['state'] {
  const state = stateAfter(now.state, action);
  if (!state) throw new Refused('wrongState', { state: now.state, states: statesFor(action) });
  return state;
}
