import { createApp } from '@insatskollen/functions/app.ts';
import { loadHistory } from '@insatskollen/functions/audit/loadHistory.ts';
import type { Deps } from '@insatskollen/functions/deps.ts';
import { createPerson } from '@insatskollen/functions/people/people.ts';
import { connectTable, type Send, type Table } from '@insatskollen/functions/table/client.ts';
import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import type { z } from 'zod';
import { freshTable } from '../table-engine.ts';
import { people, type Name } from './people.ts';
import { registerItems } from './registers.ts';

export interface Answer {
  status: number;
  etag: string | null;
  headers: Headers;
  text: string;
  json: unknown;
}
export interface Call {
  who: Name;
  method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  /** From `/api/v1`. */
  path: string;
  /** Text is sent as it is, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
}
/** A way in: one server over the table. */
export type Door = (call: Call) => Promise<Answer>;

const origin = 'http://localhost';

/** The same table, trying again without waiting: what is to be tested is that it does, not for how long. */
async function withoutPauses(table: Table): Promise<Table> {
  const { protocol, hostname, port } = (await table.client.config.endpoint?.()) ?? {
    protocol: 'http:',
    hostname: '127.0.0.1',
    port: 0,
  };
  const endpoint = `${protocol}//${hostname}:${port}`;
  return connectTable({ tableName: table.name, region: 'eu-north-1', endpoint, pause: async () => {} });
}

/** A small house of its own: a few registers and people, and the agreements of the test, none of them reported on yet. */
export async function openHouse(options: { agreements: readonly Agreement[]; now: string; stream?: boolean }) {
  const table = await withoutPauses(await freshTable({ stream: options.stream ?? false }));
  const clock = { now: Date.parse(options.now), system: Date.parse(options.now) };
  const depsOver = (way: Table): Deps => ({
    table: way,
    businessNow: () => new Date(clock.now),
    systemNow: () => new Date(clock.system),
    newId: () => crypto.randomUUID().replaceAll('-', '').slice(0, 26),
    settings: {
      stage: 'local',
      origin,
      demo: false,
      demoClock: false,
      openId: { issuer: 'http://127.0.0.1:9', clientId: 'insatskollen', clientSecret: 'none' },
    },
  });
  const deps = depsOver(table);
  await table.putAll(registerItems());
  for (const person of Object.values(people)) await createPerson(deps, person);
  await loadHistory(deps, { agreements: [...options.agreements], reports: [] }, () => '');
  const doorOver = (way: Table): Door => {
    const app = createApp(depsOver(way));
    return async ({ who, method, path, body, headers }) => {
      const request = new Request(`${origin}/api/v1${path}`, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      // As the pages call: the signed-in person travels beside the request.
      const answer = await app.fetch(request, { caller: { person: people[who], scope: 'write', via: 'session' } });
      const text = await answer.text();
      const isJson = /json/.test(answer.headers.get('content-type') ?? '');
      const json: unknown = isJson ? JSON.parse(text) : undefined;
      return { status: answer.status, etag: answer.headers.get('etag'), headers: answer.headers, text, json };
    };
  };
  return {
    deps,
    table,
    clock,
    door: doorOver(table),
    /** Another server over the same table, whose way there is troubled. */
    doorThrough: (wrap: (send: Send) => Send): Door => doorOver(table.through(wrap)),
    /** Lets time pass by both clocks. */
    pass(milliseconds: number): void {
      clock.now += milliseconds;
      clock.system += milliseconds;
    },
  };
}
export type House = Awaited<ReturnType<typeof openHouse>>;

/** Reads something that is there, as the contract says that it looks. */
export async function read<S extends z.ZodType>(door: Door, schema: S, who: Name, path: string): Promise<z.output<S>> {
  const answer = await door({ who, method: 'GET', path });
  if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}: ${answer.text}`);
  return schema.parse(answer.json);
}

/** Reads every page of a list. */
export async function readList<T>(
  door: Door,
  schema: z.ZodType<{ items: T[]; nextCursor: string | null }>,
  who: Name,
  path: string,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: T[]; nextCursor: string | null } = await read(
      door,
      schema,
      who,
      `${path}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
