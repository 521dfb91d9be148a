import type { Initiative } from '@insatskollen/shared/initiatives/initiative.ts';
import { InitiativeSchema } from '@insatskollen/shared/initiatives/initiative.ts';
import { callApi, orRefuse, type ApiAnswer, type ApiEvent } from '#lib/server/api.ts';
import { askedOf, type AskedOf } from './asked.ts';
import { InitiativesSchema, LibrarySchema, ReportSchema, type Library, type Report } from './schemas.server.ts';

/** Where one report is in the API. */
export const reportPath = (params: { agreementId: string; period: string }): string =>
  `/api/v1/reports/${encodeURIComponent(params.agreementId)}/${encodeURIComponent(params.period)}`;

/** Everything that names things: strategy, actors, indicators, dimensions. */
export const libraryOf = async (event: ApiEvent): Promise<Library> =>
  orRefuse(event, await callApi(event, '/api/v1/library', { schema: LibrarySchema }));

/** Titles of all initiatives by id. */
export async function initiativeTitles(event: ApiEvent): Promise<Map<string, string>> {
  const answer = await callApi(event, '/api/v1/initiatives?limit=200', { schema: InitiativesSchema });
  return new Map(orRefuse(event, answer).items.map(({ id, title }) => [id, title]));
}

/** What a report is called and what it hangs together with, in names. */
export interface ReportNames {
  actor: string;
  actorShort: string;
  initiative: string;
  focusArea: string;
  strategicArea: string;
  vision: string;
  alsoContributesTo: string[];
  rusPriorities: string[];
}

export interface LoadedReport {
  report: Report;
  etag: string;
  asked: AskedOf;
  names: ReportNames;
}
type Params = { agreementId: string; period: string };

/** One report with everything that its pages name; without it the page is refused. */
export async function loadReport(event: ApiEvent, params: Params): Promise<LoadedReport> {
  return orRefuse(event, await readReport(event, params));
}

/** As `loadReport`, with the refusal as an answer: for actions, which lose nothing of what was typed. */
export async function readReport(event: ApiEvent, params: Params): Promise<ApiAnswer<LoadedReport>> {
  const [answer, library] = await Promise.all([
    callApi(event, reportPath(params), { schema: ReportSchema }),
    callApi(event, '/api/v1/library', { schema: LibrarySchema }),
  ]);
  if (!answer.ok) return answer;
  if (!library.ok) return library;
  const report = answer.data;
  const path = `/api/v1/initiatives/${encodeURIComponent(report.initiativeId)}`;
  const initiative = await callApi(event, path, { schema: InitiativeSchema });
  if (!initiative.ok) return initiative;
  const data = {
    report,
    etag: answer.etag ?? '*',
    asked: askedOf(report.agreement, report.period, library.data),
    names: namesOf(report, initiative.data, library.data),
  };
  return { ...answer, data };
}

function namesOf(report: Report, initiative: Initiative, { strategy, actors }: Library): ReportNames {
  const actor = actors.find(({ id }) => id === report.actorId);
  const areas = strategy.strategicAreas.flatMap((area) => area.focusAreas.map((focus) => ({ area, focus })));
  const nameOf = (id: string) => areas.find(({ focus }) => focus.id === id)?.focus.name ?? id;
  const strategic = areas.find(({ focus }) => focus.id === report.agreement.focusArea)?.area;
  const also = initiative.alsoContributesTo.filter((id) => id !== report.agreement.focusArea);
  return {
    actor: actor?.name ?? report.actorId,
    actorShort: actor?.shortName ?? report.actorId,
    initiative: initiative.title,
    focusArea: nameOf(report.agreement.focusArea),
    strategicArea: strategic?.name ?? '',
    vision: strategic?.vision ?? '',
    alsoContributesTo: also.map(nameOf),
    rusPriorities: report.agreement.rusPriorities.map(
      (id) => strategy.rusPriorities.find((priority) => priority.id === id)?.name ?? id,
    ),
  };
}
