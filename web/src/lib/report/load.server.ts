import type { Initiative } from '@insatskollen/shared/initiatives/initiative.ts';
import { callApi, orRefuse, type ApiAnswer, type ApiEvent } from '#lib/server/api.ts';
import { askedOf, type AskedOf } from './asked.ts';
import { readInitiative, readLibrary, type Library } from '#lib/server/register.ts';
import { ReportSchema, type Report } from './schemas.server.ts';
import { withheldWords } from './withheld.server.ts';

/** Where one report is in the API. */
export const reportPath = (params: { agreementId: string; period: string }): string =>
  `/api/v1/reports/${encodeURIComponent(params.agreementId)}/${encodeURIComponent(params.period)}`;

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
  /** Why answers are not shown to this reader, by their fields. */
  withheld: Record<string, string>;
}
type Params = { agreementId: string; period: string };

/** One report with everything that its pages name; without it the page is refused. */
export async function loadReport(event: ApiEvent, params: Params): Promise<LoadedReport> {
  return orRefuse(event, await readReport(event, params));
}

/** As `loadReport`, with the refusal as an answer: for actions, which lose nothing of what was typed. */
export async function readReport(event: ApiEvent, params: Params): Promise<ApiAnswer<LoadedReport>> {
  const answer = await callApi(event, reportPath(params), { schema: ReportSchema });
  if (!answer.ok) return answer;
  const report = answer.data;
  const [library, initiative] = await Promise.all([readLibrary(event), readInitiative(event, report.initiativeId)]);
  const data = {
    report,
    etag: answer.etag ?? '*',
    asked: askedOf(report.agreement, report.period, library),
    names: namesOf(report, initiative, library),
    withheld: withheldWords(report.withheld, event.locals.language),
  };
  return { ...answer, data };
}

interface Named {
  actorId: string;
  agreement: Pick<Report['agreement'], 'focusArea' | 'rusPriorities'>;
}

/** The names of all that a report hangs together with. */
export function namesOf(report: Named, initiative: Initiative, { strategy, actors }: Library): ReportNames {
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
