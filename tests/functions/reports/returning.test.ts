import type { ReportItem } from '@insatskollen/functions/reports/schemas.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt, wholeList } from '../reportAt.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

/** A report of the third quarter, submitted once more than it was; and its version. */
async function submitted(agreementId: string, period = '2026-Q3') {
  const report = reportAt(house, agreementId, period);
  return { report, version: await report.submitFilled(40) };
}
const inList = async (who: string, agreementId: string): Promise<ReportItem | undefined> =>
  (await wholeList<ReportItem>(house, who, '/reports?period=2026-Q3', 100)).items.find(
    (item) => item.agreementId === agreementId,
  );
const remark = (path: string, text = 'Stämmer talet?') => ({ path, text });

describe('sending a report back', () => {
  test('takes a remark or a message', async () => {
    const report = reportAt(house, 'branschforum-2026', '2026-H1');
    for (const said of [{ remarks: [] }, {}, { remarks: [], message: ' \n ' }]) {
      const answer = await report.sendBack('samordnare', 1, said);
      expect([answer.status, answer.json]).toMatchObject([422, { errors: [{ path: 'remarks', code: 'nothingSaid' }] }]);
    }
    const answer = await report.sendBack('samordnare', 1, { message: 'Det saknas en bilaga.' });
    expect([answer.status, answer.json]).toMatchObject([200, { state: 'returned' }]);
    expect((await report.read()).json).toMatchObject({ message: 'Det saknas en bilaga.', remarks: [], openRemarks: 0 });
  });

  test('pins remarks to fields that the report has, and points out every wrong one at once', async () => {
    const report = reportAt(house, 'stua-turism-2026', '2026-Q3');
    const wrong = [
      'values.startade-foretag',
      'values.gastnatter.breakdowns.age',
      'values.gastnatter.breakdowns.municipality.0484',
      'texts.',
      'values',
      'state',
      'texts.analys.x',
      'values.__proto__',
    ];
    const right = ['values.gastnatter', 'values.gastnatter.breakdowns.municipality', 'texts.analys'];
    const remarks = [...right, ...wrong].map((path) => remark(path));
    const answer = await report.sendBack('samordnare', 1, { remarks, answerBy: '2026-11-19' });
    const errors = [
      ...wrong.map((_, n) => ({ path: `remarks.${right.length + n}.path`, code: 'unknownPath' })),
      { path: 'answerBy', code: 'notAFutureDay' },
    ];
    expect([answer.status, answer.json]).toMatchObject([422, { errors }]);
    expect((await report.read('samordnare')).json.state).toBe('submitted');
  });

  test('shows remarks to both sides, in the report and in lists, and never to leaders', async () => {
    const { report, version } = await submitted('almi-basuppdrag-2026');
    await report.sendBack('samordnare', version, {
      remarks: [
        remark('values.radgivningstillfallen.breakdowns.gender', 'Var finns resten?'),
        remark('texts.analys', 'Utveckla gärna.\r\nVarför ökade det?'),
      ],
      message: 'Tack, nästan klart.',
    });
    const open = { resolved: false, answer: null };
    const remarks = [
      { id: '1-1', path: 'values.radgivningstillfallen.breakdowns.gender', text: 'Var finns resten?', ...open },
      { id: '1-2', path: 'texts.analys', text: 'Utveckla gärna.\nVarför ökade det?', ...open },
    ];
    const shown = { state: 'returned', remarks, openRemarks: 2, message: 'Tack, nästan klart.' };
    for (const who of ['rapportor.almi', 'samordnare', 'samordnare2']) {
      expect((await report.read(who)).json).toMatchObject(shown);
      expect(await inList(who, report.agreementId)).toMatchObject(shown);
    }
    expect(await inList('ledning', report.agreementId)).toBeUndefined();
  });

  test('gives ten working days to answer, after which it is late in the report and in the coverage alike', async () => {
    const { report, version } = await submitted('create-2026');
    const answer = await report.sendBack('samordnare', version, { message: 'Komplettera.' });
    expect(answer.json).toEqual({ state: 'returned', version: 1, answerBy: '2026-12-04T23:59:59+01:00' });
    const late = async () => [(await report.read()).json.late, await lateIn('create')];
    await at('2026-12-04T23:59:59.000+01:00', async () => expect(await late()).toEqual([false, 0]));
    await at('2026-12-05T00:00:00.000+01:00', async () => expect(await late()).toEqual([true, 1]));
  });

  test('gives the day, or the instant, that the coordinator says instead', async () => {
    const { report, version } = await submitted('mitc-2026');
    const answerBy = '2026-11-25T12:00:00+01:00';
    await report.sendBack('samordnare', version, { message: 'Komplettera.', answerBy });
    expect((await report.read()).json.answerBy).toBe(answerBy);
    const late = async () => [(await report.read()).json.late, await lateIn('mitc')];
    await at('2026-11-25T11:59:59+01:00', async () => expect(await late()).toEqual([false, 0]));
    await at('2026-11-25T12:00:01+01:00', async () => expect(await late()).toEqual([true, 1]));
    await report.submitFilled(50);
    const again = await report.sendBack('samordnare', 2, { message: 'En gång till.', answerBy: '2026-12-24' });
    expect(again.json).toMatchObject({ answerBy: '2026-12-24T23:59:59+01:00' });
  });
});

/** How many late reports the coverage of the third quarter counts for an actor. */
async function lateIn(actorId: string): Promise<number> {
  type Coverage = { items: { actorId: string; coverage: { late: number } }[] };
  const { items } = (await house.call<Coverage>('samordnare', 'GET', '/coverage?period=2026-Q3')).json;
  return items.filter((item) => item.actorId === actorId).reduce((sum, { coverage }) => sum + coverage.late, 0);
}

/** Something as it is at another instant. */
async function at(instant: string, look: () => Promise<void>): Promise<void> {
  const before = house.clock.now;
  house.clock.now = Date.parse(instant);
  await look();
  house.clock.now = before;
}

describe('a report that came back', () => {
  test('has its remarks ticked off one by one, with an answer where there is one to give, and not after all', async () => {
    const report = reportAt(house, 'nfc-vastra-sormland-2026', '2026-Q3');
    const [first] = (await report.read()).json.remarks;
    expect(first).toMatchObject({ id: '1-1', resolved: false });
    const answer = 'Talet är rättat.';
    expect((await report.tick('1-1', { resolved: true, answer })).json).toEqual({ ...first, resolved: true, answer });
    expect((await report.read('samordnare')).json).toMatchObject({ openRemarks: 1, remarks: [{ answer }, {}] });
    expect((await report.tick('1-1', { resolved: false })).json).toEqual({ ...first, resolved: false, answer: null });
    expect((await report.read()).json.openRemarks).toBe(2);
    await report.tick('1-2', { resolved: true });
    await report.tick('1-2', { resolved: true });
    expect((await inList(report.reporter, report.agreementId))?.remarks.map((one) => one.resolved)).toEqual([
      false,
      true,
    ]);
    expect((await report.read()).json.openRemarks).toBe(1);
  });

  test('knows no other remarks than its own, and only its own reporters tick them off', async () => {
    const report = reportAt(house, 'modda-sormland-2026', '2026-H1');
    const ids = ['1-9', '2-1', '0-1', '1-0', 'x', '-1', '1-1-1', '1e0-1', '000001-000001', '%00', 'x'.repeat(3000)];
    for (const id of ids) expect((await report.tick(id, { resolved: true })).status, id).toBe(404);
    for (const [who, status] of [
      ['samordnare', 403],
      ['ledning', 403],
      ['admin', 403],
      ['rapportor.uf', 404],
    ] as const)
      expect((await report.tick('1-1', { resolved: true }, who)).status, who).toBe(status);
    expect((await report.tick('1-1', { resolved: 'ja' })).status).toBe(422);
  });

  test('keeps its state while it is rewritten, and the region reads what was submitted until it is submitted again', async () => {
    const { report, version } = await submitted('biodriv-ost-2026');
    await report.sendBack('samordnare', version, { remarks: [remark('texts.analys'), remark('texts.nasta-period')] });
    await report.tick('1-1', { resolved: true });
    const changed = await report.patch({ texts: { analys: 'Fler kom i september.' } });
    expect(changed.json).toMatchObject({ state: 'returned', version: 1, answersVersion: null });
    const before = (await report.read('samordnare')).json;
    expect(before).toMatchObject({ state: 'returned', hasDraft: true, answersVersion: 1, previousVersion: null });
    expect(before.answers.texts['analys']).toBe('Svar 40 om analys.');

    const receipt = (await report.submit()).json;
    expect(receipt).toMatchObject({ version: 2, registrationNumber: 'BIODRIV-OST-2026/2026-Q3/2' });
    const after = (await report.read('samordnare')).json;
    expect(after).toMatchObject({
      state: 'submitted',
      version: 2,
      answerBy: null,
      summary: { changed: 1, openRemarks: 1 },
      previousVersion: { version: 1 },
      remarks: [
        { id: '1-1', resolved: true },
        { id: '1-2', resolved: false },
      ],
    });
    expect(after.answers.texts['analys']).toBe('Fler kom i september.');
    expect(after.previousVersion?.answers.texts['analys']).toBe('Svar 40 om analys.');
    expect((await inList('samordnare', report.agreementId))?.remarks).toHaveLength(2);
    expect((await report.tick('1-2', { resolved: true })).status).toBe(409);
  });

  test('can come back again with remarks of its own, and every step stays in its history with who and why', async () => {
    const { report } = await submitted('nfc-tredje-2026');
    const message = 'Nästan klart.';
    await report.sendBack('samordnare', 1, { remarks: [remark('texts.analys')], message });
    await report.submit();
    await report.sendBack('samordnare2', 2, { remarks: [remark('texts.nasta-period', 'Vad händer till våren?')] });
    expect((await report.read()).json).toMatchObject({ message: null, remarks: [{ id: '2-1' }], openRemarks: 1 });
    expect((await report.tick('1-1', { resolved: true })).status).toBe(404);
    await report.submit();
    await report.approve('samordnare', 3, { note: 'Bra.' });

    const { items, people } = (await report.events('samordnare')).json;
    expect(items.map(({ type, version, reason, personId }) => [type, version, reason, people[personId]])).toEqual([
      ['draftStarted', null, null, 'Nils Nyföretag'],
      ['submitted', 1, null, 'Nils Nyföretag'],
      ['returned', 1, message, 'Sam Samordnare'],
      ['submitted', 2, null, 'Nils Nyföretag'],
      ['returned', 2, null, 'Siv Samordnare'],
      ['submitted', 3, null, 'Nils Nyföretag'],
      ['approved', 3, 'Bra.', 'Sam Samordnare'],
    ]);
    expect(items.slice(1).map((event) => event.previousHash)).toEqual(items.slice(0, -1).map((event) => event.hash));
    const held = { ok: true, events: { count: 7, ok: true, firstBroken: null } };
    expect((await report.verify(report.reporter)).json).toMatchObject(held);
    expect((await report.verify('ledning')).json).toMatchObject({ ...held, receipts: [{ version: 3, ok: true }] });
  });
});

test('a list of many reports carries the remarks of each, to those who may read them', async () => {
  for (const who of ['samordnare', 'rapportor.nfc', 'ledning']) {
    const { items } = await wholeList<ReportItem>(house, who, '/reports', 50);
    const withRemarks = items.filter((item) => item.remarks.length > 0);
    expect(withRemarks.length > 0, who).toBe(who !== 'ledning');
    for (const { agreementId, period, remarks } of withRemarks)
      expect((await reportAt(house, agreementId, period).read(who)).json.remarks, agreementId).toEqual(remarks);
  }
});
