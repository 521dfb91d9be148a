import { Hono } from 'hono';
import { mountActors } from './actors/routes.ts';
import { mountAnalyses } from './analyses/routes.ts';
import { mountAgreements } from './agreements/routes.ts';
import { mountAgreementChanges } from './agreements/writeRoutes.ts';
import { mountCalendar } from './calendar/routes.ts';
import { mountComments } from './comments/routes.ts';
import type { Deps } from './deps.ts';
import { mountDecisions } from './dialogues/decisions.ts';
import { mountLessons } from './dialogues/lessons.ts';
import { mountDialogues } from './dialogues/routes.ts';
import { mountDocs } from './docs/routes.ts';
import { mountCharts } from './exports/chartRoutes.ts';
import { mountFigureExports } from './exports/figureRoutes.ts';
import { mountExports } from './exports/routes.ts';
import { mountHealth } from './health.ts';
import { refuseOtherMethods, type Env } from './http/endpoint.ts';
import { languageOf } from './http/language.ts';
import { problem, problemFrom } from './http/problem.ts';
import { mountImports } from './imports/routes.ts';
import { mountIndicators } from './indicators/routes.ts';
import { mountCommitments } from './commitments/routes.ts';
import { mountInitiatives } from './initiatives/routes.ts';
import { mountAssessments } from './insight/routes.ts';
import { mountNotices } from './notices/routes.ts';
import { mountPacks } from './packs/routes.ts';
import { identify } from './people/authenticate.ts';
import { mountPeople } from './people/routes.ts';
import { mountSignIn } from './people/signIn.ts';
import { mountPublicApi } from './publications/publicApi.ts';
import { mountPublications } from './publications/routes.ts';
import { mountQuestions } from './questions/routes.ts';
import { mountActorActions } from './reports/actorRoutes.ts';
import { mountDrafts } from './reports/draftRoutes.ts';
import { mountReports } from './reports/readRoutes.ts';
import { mountExtensions } from './review/extendRoutes.ts';
import { mountReviewer } from './review/reviewerRoutes.ts';
import { mountReview } from './review/routes.ts';
import { mountSearch } from './search/routes.ts';
import { mountSocietal } from './societal/routes.ts';
import { mountOutlooks } from './strategy/outlookRoutes.ts';
import { mountRegister } from './strategy/routes.ts';
import { mountContributions } from './summary/contributionRoutes.ts';
import { mountFinancing } from './insight/moneyRoutes.ts';
import { mountResults } from './insight/resultRoutes.ts';
import { mountCorrections } from './summary/correctionRoutes.ts';
import { mountCoverage } from './summary/coverageRoutes.ts';
import { mountImpact } from './summary/impactRoutes.ts';
import { mountSummary } from './summary/routes.ts';

/** The whole API as one Hono app, everything under `/api`. Nothing is read from the environment: `deps` brings it. */
export function createApp(deps: Deps): Hono<Env> {
  const app = new Hono<Env>();
  app.onError((error, c) => problemFrom(error, c));
  app.notFound((c) => problem(c, 'notFound'));
  app.use('/api/*', async (c, next) => {
    c.set('language', languageOf(c.req.header('accept-language')));
    await next();
  });
  mountHealth(app, deps);
  mountDocs(app, deps);
  mountSignIn(app, deps);
  mountPublicApi(app, deps);
  const api = new Hono<Env>();
  api.use('*', identify(deps));
  for (const mountFeature of features) mountFeature(api, deps);
  refuseOtherMethods(api);
  app.route('/api/v1', api);
  return app;
}

const features = [
  mountPeople,
  mountRegister,
  mountActors,
  mountInitiatives,
  mountCommitments,
  mountIndicators,
  mountQuestions,
  mountOutlooks,
  mountAgreements,
  mountAgreementChanges,
  mountExports,
  mountFigureExports,
  mountCharts,
  mountImports,
  mountReports,
  mountDrafts,
  mountActorActions,
  mountReview,
  mountReviewer,
  mountExtensions,
  mountComments,
  mountCalendar,
  mountDialogues,
  mountDecisions,
  mountLessons,
  mountAnalyses,
  mountImpact,
  mountSummary,
  mountContributions,
  mountCoverage,
  mountCorrections,
  mountResults,
  mountFinancing,
  mountAssessments,
  mountPublications,
  mountSocietal,
  mountSearch,
  mountPacks,
  mountNotices,
];
