import { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { problem, problemFrom } from './http/problem.ts';
import type { Env } from './http/endpoint.ts';
import { identify } from './people/authenticate.ts';
import { mountPeople } from './people/routes.ts';
import { mountSignIn } from './people/signIn.ts';

/** The whole API as one Hono app, everything under `/api`. Nothing is read from the environment: `deps` brings it. */
export function createApp(deps: Deps): Hono<Env> {
  const app = new Hono<Env>();
  app.onError((error, c) => problemFrom(error, c));
  app.notFound((c) => problem(c, 'notFound'));
  app.use('/api/*', async (c, next) => {
    c.set('language', c.req.header('accept-language')?.toLowerCase().startsWith('en') ? 'en' : 'sv');
    await next();
  });
  mountSignIn(app, deps);
  const api = new Hono<Env>();
  api.use('*', identify(deps));
  mountPeople(api, deps);
  app.route('/api/v1', api);
  return app;
}
