import { createApp } from '@insatskollen/functions/app.ts';
import type { Deps } from '@insatskollen/functions/deps.ts';
import { cookieNames } from '@insatskollen/functions/people/cookies.ts';
import { newSession } from '@insatskollen/functions/people/sessions.ts';
import { personByEmail } from '@insatskollen/functions/people/store.ts';
import { createTokenFor } from '@insatskollen/functions/people/tokens.ts';
import type { Send } from '@insatskollen/functions/table/client.ts';
import { loadDemoPeople } from '@insatskollen/infra/local/load.ts';
import { demoTable } from '../table-engine.ts';
import { checkAnswer } from './answerCheck.ts';

export const origin = 'http://localhost:3000';
const demoNow = '2026-11-20T07:00:00.000Z';

export interface Answer<T = Record<string, never>> {
  status: number;
  etag: string | null;
  headers: Headers;
  text: string;
  json: T;
}

/**
 * The product over a table of its own with the demo's agreements and reports, a clock that the test moves, and everyone's token.
 * Every answer of the API that comes through `call` is held to what is true of all of them.
 */
export async function openDemoHouse(wrap?: (send: Send) => Send) {
  const clock = { now: Date.parse(demoNow) };
  const bare = await demoTable();
  const deps: Deps = {
    table: bare,
    businessNow: () => new Date(clock.now),
    systemNow: () => new Date(clock.now),
    newId: () => crypto.randomUUID().replaceAll('-', '').slice(0, 26),
    settings: {
      stage: 'local',
      origin,
      demo: true,
      demoClock: true,
      openId: { issuer: 'http://127.0.0.1:9', clientId: 'insatskollen', clientSecret: 'none' },
    },
  };
  await loadDemoPeople(deps);
  const plain: Deps = { ...deps };
  if (wrap) deps.table = bare.through(wrap);
  const app = createApp(deps);
  const tokens = new Map<string, Promise<string>>();
  const token = (who: string, scope: 'read' | 'write' = 'write') => {
    const key = `${who}/${scope}`;
    const made = tokens.get(key) ?? createTokenFor(plain, { email: emailOf(who), scope });
    tokens.set(key, made);
    return made;
  };
  const fetch = (path: string, init?: RequestInit) => Promise.resolve(app.fetch(new Request(origin + path, init)));
  return {
    deps,
    bare,
    clock,
    app,
    /** Lets time pass by the product's clocks. */
    pass: (minutes: number) => (clock.now += minutes * 60_000),
    token,
    fetch,
    /** The cookie of a browser in which someone has signed in. */
    async session(who: string): Promise<{ cookie: string }> {
      const person = await personByEmail(plain, emailOf(who));
      if (!person) throw new Error(`there is nobody called ${who}`);
      const { secret, write } = newSession(plain, person.id, person.generation);
      await bare.transact([write]);
      return { cookie: `${cookieNames(origin).session}=${secret}` };
    },
    /**
     * A request as someone, over the contract. `path` is from `/api/v1`. The body is sent as it is when it is text or a stream.
     */
    async call<T = Record<string, never>>(
      who: string | undefined,
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ): Promise<Answer<T>> {
      const isForm = body instanceof FormData;
      const asItIs = isForm || typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream;
      const answer = await fetch(`/api/v1${path}`, {
        method,
        headers: {
          ...(who === undefined ? {} : { authorization: `Bearer ${await token(who)}` }),
          ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: asItIs ? body : JSON.stringify(body) }),
        ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
      });
      const text = await answer.text();
      const { status } = answer;
      checkAnswer({ method, address: `${origin}/api/v1${path}`, status, headers: answer.headers, text });
      const json = JSON.parse(isJson(answer) && text !== '' ? text : '{}') as T;
      return { status, etag: answer.headers.get('etag'), headers: answer.headers, text, json };
    },
  };
}
export type DemoHouse = Awaited<ReturnType<typeof openDemoHouse>>;

const isJson = ({ headers }: Response): boolean => /[/+]json\b/.test(headers.get('content-type') ?? '');
const emailOf = (who: string): string => `${who}@insatskollen.example`;
