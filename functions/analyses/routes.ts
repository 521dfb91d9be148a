import {
  analysisFaults,
  AnalysisContentSchema,
  AnalysisSchema,
  isAbout,
  type Analysis,
  type AnalysisContent,
} from '@insatskollen/shared/analyses/analysis.ts';
import { mayReadAnalysis, readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { refuseStale } from '../history/expected.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { PageQuerySchema } from '../http/paging.ts';
import { mountRecords, recordOr404, writeRecord, type Recording } from '../records/routes.ts';
import { libraryNow } from '../strategy/library.ts';

const aboutId = z.string().max(100).optional();

/** The library of analyses of the surrounding world, found again beside results (requirement R31). */
export function mountAnalyses(api: Api, deps: Deps): void {
  const recording: Recording<AnalysisContent, Analysis> = {
    kind: 'analysis',
    path: '/analyses',
    of: 'an analysis of the library',
    read: 'analysis.read',
    change: 'analysis.change',
    content: AnalysisContentSchema,
    schema: AnalysisSchema,
    placeOf: ({ day }) => ({ day, actorId: null }),
    mayRead: mayReadAnalysis,
    // What is everyone's now may have been the region's before.
    mayReadChanges: (person, analysis) => mayReadAnalysis(person, analysis) && readsForRegion(person.roles),
    // Saving one that was taken out puts it back.
    whole: (content, _before, made) => ({ ...content, ...made, withdrawnAt: null }),
    faults: async (content, _before, language) => {
      const { focusAreas, strategy } = await libraryNow(deps);
      const known = {
        focusAreas: new Set(focusAreas),
        rusPriorities: new Set(strategy.rusPriorities.map(({ id }) => id)),
      };
      return analysisFaults(content, known, language);
    },
    query: PageQuerySchema.extend({
      focusArea: aboutId,
      rusPriority: aboutId,
      withdrawn: z.enum(['true', 'false']).optional(),
    }),
    matches: (analysis, { withdrawn, ...about }) =>
      isAbout(analysis, about) && (analysis.withdrawnAt !== null) === (withdrawn === 'true'),
  };
  mountRecords(api, deps, recording);

  mount(
    api,
    deps,
    {
      method: 'delete',
      path: `${recording.path}/{id}`,
      summary: 'Take an analysis out of the library: it is kept with its history, and saving it again puts it back',
      action: recording.change,
      answer: recording.schema,
      ifMatch: true,
    },
    async (call) => {
      const before = await recordOr404(deps, recording, call);
      await call.readBody();
      const { id, version } = before;
      await refuseStale(deps, call, undefined, { kind: 'analysis', id, version });
      // What is out already stays out: asking twice has one effect.
      if (before.withdrawnAt !== null) return call.json(before, { etag: String(version) });
      const after = { ...before, version: version + 1, withdrawnAt: deps.businessNow().toISOString() };
      return writeRecord(deps, recording, call, { before, after, what: 'withdrawn', status: 200 });
    },
  );
}
