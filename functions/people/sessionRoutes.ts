import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, noStore, type Api } from '../http/endpoint.ts';
import { SessionsAnswerSchema } from './schemas.ts';
import { endSession, sessionsOf } from './sessions.ts';

const action = { read: 'self.read', change: 'self.change' } as const;
const done = () => new Response(null, { status: 204, headers: noStore });

/** Where a person is signed in, and ending it: one session, or every one, the one that asks included. */
export function mountSessions(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/me/sessions',
      summary: 'Where I am signed in',
      action: action.read,
      answer: SessionsAnswerSchema,
    },
    async ({ caller, json }) => {
      const sessions = await sessionsOf(deps, caller.person.id);
      return json({
        items: sessions.map(({ id, device, createdAt, absoluteEndsAt }) => ({
          id,
          device,
          createdAt: createdAt ?? null,
          endsAt: absoluteEndsAt,
          current: id === caller.sessionId,
        })),
      });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'delete',
      path: '/me/sessions',
      summary: 'Sign out everywhere',
      action: action.change,
      answer: z.undefined(),
      status: 204,
    },
    async (call) => {
      await call.readBody();
      const sessions = await sessionsOf(deps, call.caller.person.id);
      await Promise.all(sessions.map((session) => endSession(deps, session)));
      return done();
    },
  );
  mount(
    api,
    deps,
    {
      method: 'delete',
      path: '/me/sessions/{id}',
      summary: 'Sign out from one place',
      action: action.change,
      answer: z.undefined(),
      status: 204,
    },
    async (call) => {
      await call.readBody();
      const sessions = await sessionsOf(deps, call.caller.person.id);
      const session = sessions.find(({ id }) => id === call.params['id']);
      if (!session) throw new Refused('notFound');
      await endSession(deps, session);
      return done();
    },
  );
}
