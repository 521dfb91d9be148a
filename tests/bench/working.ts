import { randomUUID } from 'node:crypto';
import { libraryOf } from '@insatskollen/functions/strategy/library.ts';
import { answersOf, shapeOf, shapesOf, workedPeriod, type Shape } from './madeUp.ts';
import type { Asker, House } from './house.ts';
import { costOf, rounded, succeeded, timed, type Cost, type Timing } from './measure.ts';
import type { Answer } from './serverProcess.ts';

/** Requests under way at a time, each for a person of its own. */
const AT_ONCE = 16;

export interface Working extends Cost, Timing {
  name: string;
}
export interface AtOnce {
  name: string;
  count: number;
  errors: number;
  perSecond: number;
}

const at = (n: number) => `/api/v1/reports/worked-${n}/${workedPeriod}`;

/** What reporters and coordinators do, one by one and then many at a time. Takes up `count` reports for each of the two. */
export async function measureWorking(house: House, count: number): Promise<{ one: Working[]; atOnce: AtOnce[] }> {
  const acts = await actsIn(house);
  const times = { warmUp: Math.floor(count / 3), counted: count - Math.floor(count / 3) - COSTED };
  const one: Working[] = [];
  const take = async (name: string, act: (n: number) => Promise<unknown>) => {
    const timing = await timed(house.server, times, act);
    const cost = await costOf(house.server, COSTED, (n) => act(count - COSTED + n));
    one.push({ name, ...cost, ...timing });
  };
  for (let n = 0; n < 2 * count; n++) succeeded(await acts.write(n));
  await take('save an entry', async (n) => succeeded(await acts.save(n)));
  await take('submit', async (n) => succeeded(await acts.submit(n)));
  await take('approve', async (n) => succeeded(await acts.approve(n)));
  const atOnce = [
    await many('submits', count, (n) => acts.submit(count + n)),
    await many('approvals', count, (n) => acts.approve(count + n)),
  ];
  return { one, atOnce };
}

/** Fills the queue: so many reports from the `from`:th wait for review. */
export async function submitSome(house: House, from: number, count: number): Promise<void> {
  const acts = await actsIn(house);
  for (let n = from; n < from + count; n++) {
    succeeded(await acts.write(n));
    succeeded(await acts.submit(n));
  }
}

/** How many of each kind are done once more, to count what they cost the table. */
const COSTED = 14;

async function actsIn(house: House) {
  const { server } = house;
  const library = await libraryOf(house.deps);
  const shapes = shapesOf(library);
  const people = async (role: 'reporter' | 'coordinator') =>
    Promise.all(Array.from({ length: AT_ONCE }, (_, n) => house.person(role, n)));
  const reporters = await people('reporter');
  const coordinators = await people('coordinator');
  const of = (askers: readonly Asker[], n: number): Record<string, string> => askers[n % AT_ONCE]?.byToken ?? {};
  const once = () => ({ 'idempotency-key': randomUUID() });
  return {
    /** Writes a whole draft. */
    write: (n: number): Promise<Answer> =>
      server.ask({
        method: 'PUT',
        path: `${at(n)}/draft`,
        headers: { ...of(reporters, n), 'if-match': '*' },
        body: { answers: answersOf(shapeOf(shapes, n), library, n) },
      }),
    /** Changes one number, as the form does by itself at each pause. */
    save: (n: number): Promise<Answer> =>
      server.ask({
        method: 'PATCH',
        path: `${at(n)}/draft`,
        headers: { ...of(reporters, n), 'if-match': '*' },
        body: { answers: { values: oneEntry(shapeOf(shapes, n), answersOf(shapeOf(shapes, n), library, n + 1)) } },
      }),
    submit: (n: number): Promise<Answer> =>
      server.ask({
        method: 'POST',
        path: `${at(n)}/submit`,
        headers: { ...of(reporters, n), 'if-match': '*', ...once() },
        body: {},
      }),
    approve: (n: number): Promise<Answer> =>
      server.ask({
        method: 'POST',
        path: `${at(n)}/approve`,
        headers: { ...of(coordinators, n), ...once() },
        body: { version: 1 },
      }),
  };
}

function oneEntry(shape: Shape, { values }: ReturnType<typeof answersOf>) {
  const id = shape.agreement.indicators[0]?.indicatorId ?? '';
  return { [id]: values[id] };
}

async function many(name: string, count: number, act: (n: number) => Promise<Answer>): Promise<AtOnce> {
  let next = 0;
  let errors = 0;
  const connection = async () => {
    for (let n = next++; n < count; n = next++) {
      const answer = await act(n).catch(() => undefined);
      if (answer?.status !== 200) errors += 1;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, connection));
  return { name, count, errors, perSecond: rounded(count / ((performance.now() - began) / 1000), 0) };
}
