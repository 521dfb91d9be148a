import { RoleSchema } from '@insatskollen/shared/people/person.ts';
import { z } from 'zod';
import { callApi, type ApiEvent } from './api.ts';

const MeSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(RoleSchema),
  actorIds: z.array(z.string()),
});
/** The person who is signed in. */
export type Me = z.infer<typeof MeSchema>;

const SessionSchema = z.object({ idleEndsAt: z.string(), absoluteEndsAt: z.string() });
/** When the session ends if nothing is done, and when it ends whatever is done: instants, ISO 8601. */
export type SessionLimits = z.infer<typeof SessionSchema>;

const HealthSchema = z.object({ ok: z.boolean(), demo: z.boolean(), demoClock: z.boolean(), now: z.string() });
/** What a demo says of itself: whether its clock is its own, and what that shows (ISO 8601). */
export interface Demo {
  ownClock: boolean;
  now: string;
}

export interface Visitor {
  /** True when the API says that nobody is signed in; false also when it could not be asked. */
  signedOut: boolean;
  me: Me | null;
  session: SessionLimits | null;
  demo: Demo | null;
  /** The API's time of day for periods, deadlines and figures; the clock's own while it cannot be asked. */
  now: string;
}

/** Somebody on a page that is the same for everyone: nobody is looked for, and what kind of place this is. */
export async function anyone(event: ApiEvent): Promise<Visitor> {
  return { signedOut: true, me: null, session: null, ...placeIn(await askPlace(event)) };
}

const askPlace = (event: ApiEvent) => callApi(event, '/api/health', { schema: HealthSchema });
const placeIn = (health: Awaited<ReturnType<typeof askPlace>>): Pick<Visitor, 'demo' | 'now'> => ({
  demo: health.ok && health.data.demo ? { ownClock: health.data.demoClock, now: health.data.now } : null,
  now: health.ok ? health.data.now : new Date().toISOString(),
});

/** Who is visiting and what kind of place this is. Never fails: what cannot be found out is `null`. */
export async function visitorOf(event: ApiEvent): Promise<Visitor> {
  const [me, session, health] = await Promise.all([
    callApi(event, '/api/v1/me', { schema: MeSchema }),
    callApi(event, '/api/auth/session', { schema: SessionSchema }),
    askPlace(event),
  ]);
  return {
    signedOut: !me.ok && me.status === 401,
    me: me.ok ? me.data : null,
    session: session.ok ? session.data : null,
    ...placeIn(health),
  };
}
