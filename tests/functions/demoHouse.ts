import { createApp } from '@insatskollen/functions/app.ts';
import type { Deps } from '@insatskollen/functions/deps.ts';
import { createTokenFor } from '@insatskollen/functions/people/tokens.ts';
import type { Send } from '@insatskollen/functions/table/client.ts';
import { loadAll } from '@insatskollen/infra/local/load.ts';
import { freshTable } from '../table-engine.ts';

export const origin = 'http://localhost:3000';
export const demoNow = '2026-11-20T07:00:00.000Z';

export interface Answer<T = Record<string, never>> {
  status: number;
  etag: string | null;
  headers: Headers;
  text: string;
  json: T;
}

/** The product over a table of its own with the demo's agreements and reports, a clock that the test moves, and everyone's token. */
export async function openDemoHouse(wrap?: (send: Send) => Send) {
  const clock = { now: Date.parse(demoNow) };
  const bare = await freshTable();
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
  await loadAll(deps);
  if (wrap) deps.table = bare.through(wrap);
  const app = createApp(deps);
  const tokens = new Map<string, Promise<string>>();
  const token = (who: string, scope: 'read' | 'write' = 'write') => {
    const key = `${who}/${scope}`;
    const made = tokens.get(key) ?? createTokenFor({ ...deps, table: bare }, { email: `${who}@insatskollen.example`, scope });
    tokens.set(key, made);
    return made;
  };
  const fetch = (path: string, init?: RequestInit) => Promise.resolve(app.fetch(new Request(origin + path, init)));
  return {
    deps,
    bare,
    clock,
    /** Lets time pass by the product's clocks. */
    pass: (minutes: number) => (clock.now += minutes * 60_000),
    token,
    fetch,
    /** A request as someone, over the contract. `path` is from `/api/v1`. The body is sent as it is when it is text. */
    async call<T = Record<string, never>>(
      who: string | undefined,
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ): Promise<Answer<T>> {
      const answer = await fetch(`/api/v1${path}`, {
        method,
        headers: {
          ...(who === undefined ? {} : { authorization: `Bearer ${await token(who)}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      const parsed: T = text === '' ? JSON.parse('{}') : JSON.parse(text);
      return { status: answer.status, etag: answer.headers.get('etag'), headers: answer.headers, text, json: parsed };
    },
  };
}
export type DemoHouse = Awaited<ReturnType<typeof openDemoHouse>>;
