import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';

const id = 'almi-basuppdrag-2026';
const secretText = 'Fonden förhandlar med Granlund Invest';
const secretComment = 'Två lån till samma koncern, Granlund Invest';
const ground = { chapter: '30', section: '23', reason: 'Enskilds affärsförhållanden' };
const marks = [
  { field: 'texts.analys', ...ground },
  { field: 'comments.beviljade-lan', ...ground },
];

describe('an answer that is confidential', () => {
  let house: DemoHouse;
  let agreement: Agreement;
  const mark = (confidential: object[]) =>
    house.call<Agreement>(
      'samordnare',
      'PUT',
      `/agreements/${id}`,
      { ...agreement, version: undefined, confidential },
      { 'if-match': '*' },
    );
  beforeAll(async () => {
    house = await openDemoHouse();
    agreement = (await house.call<Agreement>('samordnare', 'GET', `/agreements/${id}`)).json;
    const report = reportAt(house, id, '2026-Q3');
    await report.fill(5);
    const answers = {
      values: { 'beviljade-lan': { kind: 'value', value: '17', comment: secretComment } },
      texts: { analys: secretText },
    };
    expect((await report.patch(answers)).status).toBe(200);
    expect((await report.submit()).status).toBe(200);
    expect((await report.approve('samordnare', 1)).status).toBe(200);
  });

  const of = `/reports/${id}/2026-Q3`;
  const contributions = '/summary/contributions?from=2026-Q3&to=2026-Q3&indicator=beviljade-lan';
  const says = async (who: string, path: string) => {
    const { status, text } = await house.call(who, 'GET', path);
    return [who, path, status, text.includes(secretText), text.includes(secretComment)];
  };

  test('is open until its agreement says otherwise', async () => {
    for (const who of ['ledning', 'samordnare', 'rapportor.almi']) {
      expect(await says(who, of)).toEqual([who, of, 200, true, true]);
      expect(await says(who, `${of}/versions/1`)).toEqual([who, `${of}/versions/1`, 200, true, true]);
      expect(await says(who, contributions)).toEqual([who, contributions, 200, false, true]);
    }
  });

  test('is then kept from all but its actor and coordinators, wherever it stands, also what was approved before', async () => {
    expect((await mark(marks)).status).toBe(200);
    for (const [who, sees] of [
      ['ledning', false],
      ['samordnare', true],
      ['rapportor.almi', true],
    ] as const) {
      for (const path of [of, `${of}/versions/1`]) expect(await says(who, path)).toEqual([who, path, 200, sees, sees]);
      expect(await says(who, contributions)).toEqual([who, contributions, 200, false, sees]);
      expect(await says(who, `/reports/${id}/2026-Q2`)).toEqual([who, `/reports/${id}/2026-Q2`, 200, false, false]);
    }
    // The number goes on counting, and whoever may not read says why.
    const { json } = await reportAt(house, id, '2026-Q3').read('ledning');
    expect(json.answers.values['beviljade-lan']).toEqual({ kind: 'value', value: '17' });
    expect(json.answers.texts['analys']).toBeUndefined();
    expect(json.withheld).toEqual(marks.map(({ field, chapter, section }) => ({ field, chapter, section })));
    expect((await reportAt(house, id, '2026-Q3').read('samordnare')).json.withheld).toEqual([]);
    // Its receipt still holds: nothing of what was submitted has changed.
    expect((await reportAt(house, id, '2026-Q3').verify('ledning')).json.ok).toBe(true);
  });

  test('is among what an earlier period is compared with, and left out there too', async () => {
    const before = reportAt(house, id, '2026-Q2');
    const { version } = (await before.read('samordnare')).json;
    expect((await before.reopen('samordnare', version, { reason: 'Två lån saknades.' })).status).toBe(200);
    const earlier = 'Också Granlund Invest';
    await before.patch({ values: { 'beviljade-lan': { kind: 'value', value: '21', comment: earlier } } });
    expect((await before.submit()).status).toBe(200);
    expect((await before.approve('samordnare', version + 1)).status).toBe(200);
    const isTold = async (who: string) => (await house.call(who, 'GET', of)).text.includes(earlier);
    expect([await isTold('samordnare'), await isTold('ledning')]).toEqual([true, false]);
  });

  test('is one that the agreement asks for', async () => {
    const { status, text } = await mark([{ field: 'texts.finns-inte', ...ground }]);
    expect([status, text.includes('"path":"confidential.0.field"'), text.includes('notAsked')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await mark([{ field: 'values.beviljade-lan', ...ground }])).status).toBe(422);
  });
});
