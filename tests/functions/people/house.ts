import { createApp } from '@insatskollen/functions/app.ts';
import type { Deps } from '@insatskollen/functions/deps.ts';
import { bindIdentity } from '@insatskollen/functions/people/identities.ts';
import { createPerson } from '@insatskollen/functions/people/people.ts';
import { libraryKey } from '@insatskollen/functions/table/keys.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import { freshTable } from '../../table-engine.ts';
import type { TestProvider } from './provider.ts';

export const origin = 'http://localhost:3000';
export const cookieName = 'insatskollen-3000';
const noProvider = { issuer: 'http://127.0.0.1:9', clientId: 'insatskollen', clientSecret: 'none' };

/** The product over a table of its own, with a clock that the test moves. */
export async function openHouse(provider: Pick<TestProvider, 'issuer' | 'clientId' | 'clientSecret'> = noProvider) {
  const clock = { now: Date.parse('2026-11-23T08:00:00Z') };
  const deps: Deps = {
    table: await freshTable(),
    businessNow: () => new Date('2026-04-07T09:00:00Z'),
    systemNow: () => new Date(clock.now),
    newId: () => crypto.randomUUID().replaceAll('-', '').slice(0, 26),
    settings: { stage: 'local', origin, demo: true, demoClock: true, openId: provider },
  };
  const app = createApp(deps);
  for (const [order, id] of ['almi', 'nfc'].entries())
    await deps.table.put({ Item: { ...libraryKey('actor', order, id), id } });
  return {
    deps,
    clock,
    pass: (minutes: number) => (clock.now += minutes * 60_000),
    /** A person whom the provider knows as `subject`. */
    async person(wanted: Partial<Person> & { id: string; subject?: string }) {
      const { subject, ...rest } = wanted;
      const email = `${wanted.id}@region.example`;
      const person: Person = { name: wanted.id, email, roles: ['coordinator'], actorIds: [], active: true, ...rest };
      await createPerson(deps, person);
      if (subject) await bindIdentity(deps, person.id, provider.issuer, subject);
      return person;
    },
    fetch: (path: string, init?: RequestInit) => Promise.resolve(app.fetch(new Request(origin + path, init))),
    browser: () => new Browser((request) => Promise.resolve(app.fetch(request)), provider),
  };
}
export type House = Awaited<ReturnType<typeof openHouse>>;

/** A browser's part: it keeps cookies and follows the way to the provider and back. */
class Browser {
  readonly cookies = new Map<string, string>();
  readonly #send: (request: Request) => Promise<Response>;
  readonly #provider: Partial<TestProvider>;

  constructor(send: (request: Request) => Promise<Response>, provider: Partial<TestProvider>) {
    this.#send = send;
    this.#provider = provider;
  }

  async get(address: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#fetch(address, { headers });
  }

  /** A POST from one of our own pages, unless the headers say otherwise. */
  async post(path: string, headers: Record<string, string> = { origin }, body?: unknown): Promise<Response> {
    return this.#fetch(path, {
      method: 'POST',
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Goes to the provider and back, up to the callback's address, which is not yet opened. */
  async toCallback(
    subject: string,
    from = '/api/auth/sign-in',
    onTheWay = (address: URL): URL => address,
  ): Promise<URL> {
    const location = (await this.get(from)).headers.get('location') ?? '';
    if (!this.#provider.authorize) throw new Error('no provider in this house');
    return this.#provider.authorize(onTheWay(new URL(location)).href, subject);
  }

  async signIn(subject: string, from?: string): Promise<Response> {
    return this.get((await this.toCallback(subject, from)).href);
  }

  async #fetch(address: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await this.#send(new Request(new URL(address, origin), { ...init, headers }));
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name === undefined || value === undefined) continue;
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}
