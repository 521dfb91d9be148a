import { readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import { z } from 'zod';
import { error, redirect } from '@sveltejs/kit';
import { readAnalysesById } from '#lib/analyses/read.server.ts';
import { assessmentPath, readAssessment, type Assessment } from '#lib/insight/read.server.ts';
import { callApi, orRefuse } from '#lib/server/api.ts';
import { refuseForm, typedText } from '#lib/server/form.ts';
import { readLibrary, type Library } from '#lib/server/register.ts';
import { areaOr404 } from '#lib/summary/area.server.ts';
import { chosenFrom, PERIOD } from '#lib/summary/chosen.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The region's assessment of an area in a window. */
export const load: PageServerLoad = async (event) => {
  const { me, now } = event.locals;
  const roles = me?.roles ?? [];
  if (!readsForRegion(roles)) error(404);
  const { period } = chosenFrom(event.url.searchParams, now, roles);
  const library = await readLibrary(event);
  const area = areaOr404(library, event.params.area);
  const assessment = await readAssessment(event, area.id, period);
  const [evidence, analyses] = await Promise.all([
    namedEvidence(event, assessment?.evidence ?? [], library),
    readAnalysesById(event, assessment?.analysisIds ?? []),
  ]);
  return {
    area,
    period,
    assessment,
    evidence,
    analyses,
    mayWrite: roles.includes('coordinator'),
    saved: event.url.searchParams.has('sparat'),
    done: doneIn(event.url),
    key: crypto.randomUUID(),
  };
};

const AgreementSchema = z.object({ actorId: z.string() });

/** The reports that it rests on, by the names of their actors. */
async function namedEvidence(event: RequestEvent, evidence: Assessment['evidence'], { actors }: Library) {
  const names = new Map(actors.map(({ id, shortName }) => [id, shortName]));
  const agreements = [...new Set(evidence.map(({ agreementId }) => agreementId))];
  const actorOf = new Map(
    await Promise.all(
      agreements.map(async (id) => {
        const path = `/api/v1/agreements/${encodeURIComponent(id)}`;
        return [id, orRefuse(event, await callApi(event, path, { schema: AgreementSchema })).actorId] as const;
      }),
    ),
  );
  return evidence.map((one) => ({ ...one, name: names.get(actorOf.get(one.agreementId) ?? '') ?? one.agreementId }));
}

const doneIn = ({ searchParams }: URL): 'granskad' | 'publicerad' | null => {
  const done = searchParams.get('gjort');
  return done === 'granskad' || done === 'publicerad' ? done : null;
};

async function decide(event: RequestEvent, what: 'review' | 'publish', done: string) {
  const form = await event.request.formData();
  const { me, now } = event.locals;
  const { period } = chosenFrom(event.url.searchParams, now, me?.roles ?? []);
  const answer = await callApi(event, `/api/v1${assessmentPath(event.params.area, period)}/${what}`, {
    method: 'POST',
    body: {},
    schema: z.looseObject({}),
    ifMatch: `"${typedText(form, 'version')}"`,
    idempotencyKey: typedText(form, 'key'),
  });
  if (!answer.ok) return refuseForm(event, form, answer);
  redirect(303, `/oversikt/${event.params.area}/bedomning?${PERIOD}=${period}&gjort=${done}`);
}

export const actions: Actions = {
  review: (event) => decide(event, 'review', 'granskad'),
  publish: (event) => decide(event, 'publish', 'publicerad'),
};
