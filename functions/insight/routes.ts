import { mayReview, missingIn } from '@insatskollen/shared/insight/assess.ts';
import { can } from '@insatskollen/shared/people/permissions.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { refuseStale } from '../history/expected.ts';
import { writeVersion } from '../history/writeVersion.ts';
import { mount, type Api, type Call } from '../http/endpoint.ts';
import { answerFor, calendarWindow, faultsOf, placeOf, quotedNow, stateNext, type Place } from './assessing.ts';
import { forgetPublished, publishedEnding } from './publishedNow.ts';
import { assessmentOf, assessmentsEnding, assessmentWrites, briefOf } from './assessmentStore.ts';
import {
  AssessmentListQuerySchema,
  AssessmentListSchema,
  AssessmentSchema,
  DecideAssessmentSchema,
  WriteAssessmentSchema,
  type StoredAssessment,
} from './schemas.ts';

const kind = 'assessment';
const path = '/assessments/{areaId}/{window}';

/** The region's own assessments of how areas move (R11): written, reviewed by somebody else, and published. */
export function mountAssessments(api: Api, deps: Deps): void {
  const nowOf = (place: Place) => assessmentOf(deps.table, place.areaId, place.window.from);

  /** Writes the version that follows on `now`, and answers with it. */
  async function save<B>(
    call: Call<unknown, B>,
    place: Place,
    now: StoredAssessment,
    { after, what, reason }: { after: StoredAssessment; what: string; reason?: string | undefined },
  ): Promise<Response> {
    const by = call.caller.person;
    const { id } = now;
    const { version } = after;
    const body = await answerFor(deps, by, place, after);
    const writes = assessmentWrites(deps, now, after, { what, by: by.id, day: place.window.end, reason });
    const present = async () => (await nowOf(place)).version;
    await writeVersion(deps, call, { kind, id, writes, status: 200, answer: body, version, present });
    forgetPublished(deps.table);
    return call.json(body, { etag: String(version) });
  }

  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/assessments',
      summary: 'What is assessed of all areas in a window: direction and conclusion',
      action: 'assessment.read',
      query: AssessmentListQuerySchema,
      answer: AssessmentListSchema,
    },
    async (call) => {
      const window = calendarWindow(call.query.window);
      if (!window) throw new Refused('notFound');
      if (!can(call.caller.person, 'assessment.write')) {
        const published = await publishedEnding(deps, window.end);
        return call.json({ items: published.filter((one) => one.window === window.from) });
      }
      const all = (await assessmentsEnding(deps.table, window.end)).filter((one) => one.window === window.from);
      const items = all.flatMap((one) => {
        if (one.state !== 'published') return [briefOf({ ...one, figures: [] })];
        return one.published ? [briefOf({ ...one, ...one.published, state: 'published' })] : [];
      });
      return call.json({ items });
    },
  );

  mount(
    api,
    deps,
    {
      method: 'get',
      path,
      summary: 'The region’s assessment of an area in a window; the published one, for whoever does not write it',
      action: 'assessment.read',
      answer: AssessmentSchema,
    },
    async (call) => {
      const place = await placeOf(deps, call.params);
      const now = await nowOf(place);
      const answer = await answerFor(deps, call.caller.person, place, now);
      return call.json(answer, { etag: String(answer.version) });
    },
  );

  mount(
    api,
    deps,
    {
      method: 'put',
      path,
      summary: 'Write the assessment; it is a draft again until somebody else has reviewed it',
      action: 'assessment.write',
      body: WriteAssessmentSchema,
      answer: AssessmentSchema,
      ifMatch: true,
    },
    async (call) => {
      const place = await placeOf(deps, call.params);
      const now = await nowOf(place);
      const { version: sent, reason, ...body } = await call.readBody();
      const content = { ...body, analysisIds: body.analysisIds ?? now.analysisIds };
      await refuseStale(deps, call, sent, { kind, id: now.id, version: now.version });
      const faults = await faultsOf(deps, place, content, call.language);
      if (faults.length > 0) throw new Refused('invalid', { errors: faults });
      const written = { writtenBy: call.caller.person.id, writtenAt: deps.businessNow().toISOString() };
      const state = stateNext(now, 'write');
      const after = { ...now, ...content, ...written, state, reviewedBy: null, version: now.version + 1 };
      return save(call, place, now, {
        after,
        what: now.version === 0 ? 'created' : 'changed',
        reason: reason?.trim() || undefined,
      });
    },
  );

  mountDecision('review', 'Review what somebody else wrote', ({ now, by }) => ({ ...now, reviewedBy: by }));
  mountDecision(
    'publish',
    'Publish it, with the figures of its texts as they are now',
    async ({ now, by, place, at }) => {
      const { direction, conclusion, analysis, evidence, analysisIds } = now;
      const content = { direction, conclusion, analysis, evidence, analysisIds };
      const figures = await quotedNow(deps, place, now);
      return { ...now, published: { ...content, version: now.version + 1, figures, asOf: at, by } };
    },
  );

  interface Deciding {
    now: StoredAssessment;
    by: string;
    place: Place;
    at: string;
  }
  function mountDecision(
    action: 'review' | 'publish',
    summary: string,
    decide: (deciding: Deciding) => StoredAssessment | Promise<StoredAssessment>,
  ): void {
    mount(
      api,
      deps,
      {
        method: 'post',
        path: `${path}/${action}`,
        summary,
        action: 'assessment.write',
        body: DecideAssessmentSchema,
        answer: AssessmentSchema,
        ifMatch: true,
      },
      async (call: Call<unknown, z.output<typeof DecideAssessmentSchema>>) => {
        const place = await placeOf(deps, call.params);
        const now = await nowOf(place);
        const { version } = await call.readBody();
        await refuseStale(deps, call, version, { kind, id: now.id, version: now.version });
        const by = call.caller.person.id;
        const state = stateNext(now, action);
        if (action === 'review' && !mayReview(by, now.writtenBy)) throw new Refused('fourEyes');
        const faults = [...missingIn(now, call.language), ...(await faultsOf(deps, place, now, call.language))];
        if (faults.length > 0) throw new Refused('invalid', { errors: faults });
        const decided = await decide({ now, by, place, at: deps.businessNow().toISOString() });
        return save(call, place, now, {
          after: { ...decided, state, version: now.version + 1 },
          what: action === 'review' ? 'reviewed' : 'published',
        });
      },
    );
  }
}
