import { unwritten } from '@insatskollen/shared/insight/assessment.ts';
import { z } from 'zod';
import { analysisChoices, readAnalyses } from '#lib/analyses/read.server.ts';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { fieldsOf } from '#lib/edit/formFields.ts';
import { aText, someTexts } from '#lib/edit/lenient.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import { send } from '#lib/edit/send.server.ts';
import { periodName } from '#lib/format/period.ts';
import { assessmentPath, readAssessment } from '#lib/insight/read.server.ts';
import { assessmentTexts } from '#lib/insight/texts.ts';
import { callApi, orRefuse } from '#lib/server/api.ts';
import { readLibrary } from '#lib/server/register.ts';
import { areaOr404 } from '#lib/summary/area.server.ts';
import { chosenFrom, PERIOD } from '#lib/summary/chosen.ts';
import { quotedText } from '@insatskollen/shared/summary/figureWords.ts';
import { readSummary } from '#lib/summary/read.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const EvidenceSchema = z.object({ agreementId: z.string(), period: z.string() });
const asValue = ({ agreementId, period }: z.output<typeof EvidenceSchema>) => `${agreementId}/${period}`;
const asEvidence = (value: string) => {
  const [agreementId = '', period = ''] = value.split('/');
  return { agreementId, period };
};

/** An assessment, however incomplete, as the form shows it: reports by the values of their boxes. */
const show = (thing: Thing) => ({
  direction: aText.parse(thing['direction']),
  conclusion: aText.parse(thing['conclusion']),
  analysis: aText.parse(thing['analysis']),
  evidence: someTexts.parse(z.array(EvidenceSchema).catch([]).parse(thing['evidence']).map(asValue)),
  analysisIds: someTexts.parse(thing['analysisIds']),
});

const chosenIn = ({ url, locals }: Pick<RequestEvent, 'url' | 'locals'>) =>
  chosenFrom(url.searchParams, locals.now, locals.me?.roles ?? []);

const ReportsSchema = z.object({
  items: z.array(z.object({ agreementId: z.string(), period: z.string(), actorId: z.string() })),
});

/** A form for the assessment, with the figures and reports that it may rest on. */
export const load: PageServerLoad = async (event) => {
  const { language } = event.locals;
  const chosen = { ...chosenIn(event), preview: false, asOf: null };
  coordinatorOrBack(event, `/oversikt/${event.params.area}/bedomning?${PERIOD}=${chosen.period}`);
  const library = await readLibrary(event);
  const area = areaOr404(library, event.params.area);
  const reportsOf = async ({ id }: { id: string }) => {
    const query = new URLSearchParams({ focusArea: id, state: 'approved', limit: '200' });
    return orRefuse(event, await callApi(event, `/api/v1/reports?${query}`, { schema: ReportsSchema })).items;
  };
  const [assessment, summary, reports, analyses] = await Promise.all([
    readAssessment(event, area.id, chosen.period),
    readSummary(event, chosen, { groupBy: area.groupBy, breakdowns: false }),
    Promise.all(area.focusAreas.map(reportsOf)),
    readAnalyses(event),
  ]);
  const { direction, conclusion, analysis, evidence, analysisIds } = assessment ?? unwritten;
  const content = { direction, conclusion, analysis, evidence, analysisIds };
  const actorName = new Map(library.actors.map(({ id, shortName }) => [id, shortName]));
  const year = chosen.period.slice(0, 4);
  return {
    area,
    period: chosen.period,
    start: { version: String(assessment?.version ?? 0), base: JSON.stringify(content) },
    key: crypto.randomUUID(),
    shown: show(content),
    figures: (summary.groups.find(({ id }) => id === area.id)?.indicators ?? []).map((figure) => ({
      id: figure.id,
      name: figure.name[language],
      text: quotedText(figure, language),
    })),
    reports: reports
      .flat()
      .filter((report) => report.period.startsWith(year))
      .map((report) => ({
        value: asValue(report),
        name: periodName(report.period, language),
        group: actorName.get(report.actorId) ?? report.actorId,
      }))
      .sort((one, other) => one.group.localeCompare(other.group, 'sv')),
    analyses: await analysisChoices(event, analyses, area.focusAreas, analysisIds),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { period } = chosenIn(event);
    const area = event.params.area;
    const form = await event.request.formData();
    const fields = fieldsOf(form);
    const titles = new Map((await readAnalyses(event)).map(({ id, title }) => [id, title]));
    const { fields: names } = assessmentTexts[event.locals.language];
    return send(event, form, {
      path: assessmentPath(area, period),
      method: 'PUT',
      thing: {
        direction: fields.textOrNull('direction'),
        conclusion: fields.text('conclusion'),
        analysis: fields.text('analysis'),
        evidence: fields.chosen('evidence').map(asEvidence),
        analysisIds: fields.chosen('analysisIds'),
      },
      show,
      to: () => `/oversikt/${area}/bedomning?${PERIOD}=${period}`,
      fields: names,
      nameOf: (id) => titles.get(id),
    });
  },
};
