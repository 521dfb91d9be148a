import { openArchive } from '@insatskollen/functions/imports/file/unzip.ts';
import { takePacks } from '@insatskollen/functions/packs/stream.ts';
import { openDemoHouse } from '../demoHouse.ts';
import { streamOf } from '../streamOf.ts';

export interface PackAnswer {
  id: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  progress: { done: number; total: number };
  formats: string[];
  asOf: string;
  expiresAt: string;
  failure: string | null;
  code: string;
  errors: { path: string; code: string }[];
}

/** A demo in which packs are asked for and made. */
export async function openPackHouse(...wrap: Parameters<typeof openDemoHouse>) {
  const house = await openDemoHouse(...wrap);
  const told = await streamOf(house.bare);
  await told();
  return {
    ...house,
    told,
    ask: (body: object = {}, who = 'samordnare', headers: Record<string, string> = {}) =>
      house.call<PackAnswer>(
        who,
        'POST',
        '/packs',
        { kind: 'board', language: 'sv', from: '2026', to: '2026', ...body },
        headers,
      ),
    read: async (id: string, who = 'samordnare') => (await house.call<PackAnswer>(who, 'GET', `/packs/${id}`)).json,
    /** Makes all that waits, as whoever the stream tells does. */
    make: async () => takePacks(house.deps, await told(), () => true),
    async file(
      id: string,
      query = '',
      who = 'samordnare',
    ): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
      const headers = { authorization: `Bearer ${await house.token(who)}` };
      const answer = await house.fetch(`/api/v1/packs/${id}/file${query}`, { headers });
      return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
    },
  };
}
export type PackHouse = Awaited<ReturnType<typeof openPackHouse>>;

/** Has an assessment that was published in September written, reviewed and published anew now. */
export async function publishAnew(
  { call }: Pick<PackHouse, 'call'>,
  conclusion = 'Nu går det trögare.',
): Promise<void> {
  const path = '/assessments/starka-nyforetagande/2026-H1';
  const steps = [
    ['samordnare', 'PUT', path, { direction: 'backward', conclusion, analysis: 'Skrivet på nytt.', evidence: [] }],
    ['samordnare2', 'POST', `${path}/review`, {}],
    ['samordnare2', 'POST', `${path}/publish`, {}],
  ] as const;
  for (const [who, method, to, body] of steps) {
    const { status } = await call(who, method, to, body, { 'if-match': '*' });
    if (status !== 200) throw new Error(`${method} ${to} answered ${status}`);
  }
}

/** A file's parts by name, unpacked. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const archive = openArchive(bytes);
  const parts = await Promise.all(
    [...archive.names].map(async (name) => [name, (await archive.bytes(name)) ?? Buffer.alloc(0)] as const),
  );
  return new Map(parts);
}
