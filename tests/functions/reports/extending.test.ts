import type { ReportItem } from '@insatskollen/functions/reports/schemas.ts';
import { verify } from '@insatskollen/functions/audit/verify.ts';
import { beforeAll, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt, wholeList } from '../reportAt.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

const until = '2027-02-26';
const reason = 'Ny handläggare.';
/** Reports by state, as a coordinator finds them. */
const inState = async (state: string): Promise<ReportItem> => {
  const { items } = await wholeList<ReportItem>(house, 'samordnare', `/reports?state=${state}`, 200);
  const found = items.find((item) => item.dueAt < '2026-11-20' && !item.actorId.startsWith('region'));
  if (!found) throw new Error(`no report is ${state}`);
  return found;
};
const lateOf = async (actorId: string, period: string): Promise<number> => {
  type Coverage = { items: { actorId: string; coverage: { late: number } }[] };
  const { items } = (await house.call<Coverage>('samordnare', 'GET', `/coverage?period=${period}`)).json;
  return items.filter((item) => item.actorId === actorId).reduce((sum, { coverage }) => sum + coverage.late, 0);
};

test('a late report that is given more time is late no longer, anywhere, and its actor sees until when and why', async () => {
  const { agreementId, period, actorId, dueAt } = await inState('notStarted');
  const report = reportAt(house, agreementId, period);
  const before = await lateOf(actorId, period);
  const answer = await report.extend('samordnare', { until, reason }, '0');
  expect([answer.status, answer.json]).toEqual([
    200,
    { state: 'notStarted', dueAt: '2027-02-26T23:59:59+01:00', answerBy: null, late: false },
  ]);
  const seen = { dueAt: '2027-02-26T23:59:59+01:00', late: false, extension: { of: 'dueAt', from: dueAt, reason } };
  expect((await report.read()).json).toMatchObject(seen);
  const list = await wholeList<ReportItem>(house, report.reporter, `/reports?period=${period}`, 100);
  expect(list.items.find((item) => item.agreementId === agreementId)).toMatchObject(seen);
  expect(await lateOf(actorId, period)).toBe(before - 1);

  const { items, people } = (await report.events('samordnare')).json;
  expect(items.map((one) => [one.type, one.reason, people[one.personId]])).toEqual([
    ['extended', `${until}: ${reason}`, 'Sam Samordnare'],
  ]);
  expect((await report.verify('samordnare')).json).toMatchObject({ ok: true, events: { count: 1 } });
  // What it was begun with goes on as if nothing had been.
  expect((await report.fill(3)).status).toBe(200);
});

test('a returned report gets more time to be answered', async () => {
  const { agreementId, period, answerBy } = await inState('returned');
  const report = reportAt(house, agreementId, period);
  const { etag } = await report.read('samordnare');
  expect((await report.extend('samordnare', { until, reason }, etag ?? '')).json).toMatchObject({
    answerBy: '2027-02-26T23:59:59+01:00',
  });
  expect((await report.read()).json.extension).toMatchObject({ of: 'answerBy', from: answerBy });
  const stale = await report.extend('samordnare', { until: '2027-03-01', reason }, etag ?? '');
  expect([stale.status, stale.json]).toMatchObject([412, { code: 'stale', changedBy: { name: 'Sam Samordnare' } }]);
});

test('more time takes a day to come, a reason, a version, someone who may and a report that waits', async () => {
  const { agreementId, period } = await inState('draft');
  const report = reportAt(house, agreementId, period);
  const faults = async (body: object) => {
    const answer = await report.extend('samordnare', body);
    const { errors = [] } = answer.json as { errors?: { path: string }[] };
    return [answer.status, ...new Set(errors.map(({ path }) => path))];
  };
  expect(await faults({})).toEqual([422, 'until', 'reason']);
  for (const day of [
    '2026-11-19',
    '2026-13-01',
    '2027-02-30',
    'snart',
    '=cmd',
    '2027-02-26T10:00:00Z',
    'x'.repeat(10_000),
  ])
    expect(await faults({ until: day, reason }), day.slice(0, 20)).toEqual([422, 'until']);
  for (const why of [' \n', 'a\u0000b', 'x'.repeat(10_000)])
    expect(await faults({ until, reason: why }), why.slice(0, 5)).toEqual([422, 'reason']);
  expect((await house.call('samordnare', 'POST', `${report.path}/extend`, { until, reason })).status).toBe(428);
  const approved = await inState('approved');
  expect(
    (await reportAt(house, approved.agreementId, approved.period).extend('samordnare', { until, reason })).json,
  ).toMatchObject({ code: 'wrongState', states: ['notStarted', 'draft', 'returned'] });

  const key = { 'idempotency-key': 'more-time' };
  const twice = [await report.extend('samordnare', { until, reason }, '*', key)];
  twice.push(await report.extend('samordnare', { until, reason }, '*', key));
  expect(twice[1]?.json).toEqual(twice[0]?.json);
  expect((await report.events('samordnare')).json.items.filter(({ type }) => type === 'extended')).toHaveLength(1);
});

test('a request to correct an approved report of any period reaches the coordinators, and nobody else', async () => {
  const { items } = await wholeList<ReportItem>(house, 'samordnare', '/reports?state=approved', 200);
  const oldest = items.toSorted((a, b) => a.periodEnd.localeCompare(b.periodEnd))[0];
  if (!oldest) throw new Error('nothing is approved');
  const report = reportAt(house, oldest.agreementId, oldest.period);
  await report.askToReopen('Ett tal är fel.');
  const asked = async (who: string) =>
    (await wholeList<ReportItem>(house, who, '/reports?reopenRequested=true', 50)).items.map(
      (one) => `${one.agreementId} ${one.period}`,
    );
  expect(await asked('samordnare')).toEqual([`${oldest.agreementId} ${oldest.period}`]);
  expect(await asked(report.reporter)).toEqual(await asked('samordnare'));
  expect(await asked('ledning')).toEqual([]);
  await report.reopen('samordnare', oldest.version, { reason: 'Rättas.', keepFigures: true });
  expect(await asked('samordnare')).toEqual([]);
});

test('the figures, the histories and the receipts still hold', async () => {
  expect((await verify(house.deps)).differences).toEqual([]);
});
