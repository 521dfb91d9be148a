import { beforeAll, describe, expect, test } from 'vitest';
import { personByEmail } from '@insatskollen/functions/people/store.ts';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';
import { changedBetween, wholeTable } from '../wholeTable.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

/** Gives someone other roles and actors, as an administrator would. */
async function change(who: string, roles: string[], actorIds: string[]): Promise<void> {
  const person = await personByEmail(house.deps, `${who}@insatskollen.example`);
  const body = { name: who, roles, actorIds, active: true };
  const { status, text } = await house.call('admin', 'PUT', `/people/${person?.id}`, body, { 'if-match': '*' });
  if (status !== 200) throw new Error(text);
}

/** Every decision about a report, by someone, with the code of each refusal. */
async function decisions(report: ReturnType<typeof reportAt>, who: string, version: number): Promise<string[]> {
  const answers = [
    await report.approve(who, version),
    await report.sendBack(who, version, { message: 'Komplettera.' }),
    await report.take(who),
    await report.giveBack(who),
    await report.reopen(who, version, { reason: 'Fel tal.' }),
  ];
  return answers.map(({ json }) => ('code' in json ? String(json.code) : 'done'));
}

describe('four eyes', () => {
  const refused = Array.from({ length: 5 }, () => 'fourEyes');

  test('whoever reports for the region decides nothing about its reports, and others do', async () => {
    const report = reportAt(house, 'natverk-naringsliv-2026', '2026-H1');
    const { state, version } = (await report.read()).json;
    expect(state).toBe('approved');
    const before = await wholeTable(house.bare);
    expect(await decisions(report, 'rapportor.region', version)).toEqual(refused);
    expect(changedBetween(before, await wholeTable(house.bare))).toEqual([]);
    expect((await report.read('rapportor.region')).json.allowed).toEqual(['requestReopen']);
    expect((await report.reopen('samordnare', version, { reason: 'Fel tal.' })).status).toBe(200);
    expect(await decisions(report, 'rapportor.region', version)).toEqual(refused);
    await report.submit();
    expect(await decisions(report, 'rapportor.region', version + 1)).toEqual(refused);
    expect((await report.approve('samordnare', version + 1)).status).toBe(200);
  });

  test('whoever reports for the region decides about the reports of others', async () => {
    const report = reportAt(house, 'mitc-2026', '2026-Q3');
    const version = await report.submitFilled(40);
    expect((await report.approve('rapportor.region', version)).status).toBe(200);
  });

  test('whoever once wrote in a report never decides about it, whatever they are since', async () => {
    const report = reportAt(house, 'uf-grundskola-2026', '2026-H1');
    const { state, version } = (await report.read()).json;
    expect(state).toBe('approved');
    await report.reopen('samordnare', version, { reason: 'Fel tal.' });
    await change('samordnare2', ['reporter', 'coordinator'], ['uf']);
    const wrote = { answers: { texts: { analys: 'Skriven av en samordnare.' } } };
    await house.call('samordnare2', 'PATCH', `${report.path}/draft`, wrote, { 'if-match': '*' });
    await change('samordnare2', ['coordinator'], []);
    await report.submit();
    expect(await decisions(report, 'samordnare2', version + 1)).toEqual(refused);
    expect((await report.read('samordnare2')).json.allowed).toEqual([]);
    expect((await report.approve('samordnare', version + 1)).status).toBe(200);
  });
});

describe('a reporter who guesses', () => {
  test('is told the same of what is there and of what is not', async () => {
    const there = reportAt(house, 'almi-basuppdrag-2026', '2026-Q2');
    const nowhere = reportAt(house, 'almi-basuppdrag-2046', '2026-Q2');
    const answers = async (path: string) => {
      const found = [];
      for (const what of ['', '/versions/1', '/events', '/verify'])
        found.push(await house.call('rapportor.uf', 'GET', path + what));
      const put = { answers: { values: {}, texts: {} } };
      found.push(await house.call('rapportor.uf', 'PUT', `${path}/draft`, put, { 'if-match': '*' }));
      found.push(await house.call('rapportor.uf', 'PATCH', `${path}/draft`, put, { 'if-match': '*' }));
      for (const what of ['submit', 'recall', 'request-reopen'])
        found.push(await house.call('rapportor.uf', 'POST', `${path}/${what}`, { reason: 'x' }, { 'if-match': '*' }));
      found.push(await house.call('rapportor.uf', 'PUT', `${path}/remarks/1-1`, { resolved: true }));
      return found.map(({ status, text, headers }) => ({ status, text, headers: Object.fromEntries(headers) }));
    };
    const before = await wholeTable(house.bare);
    const guessed = await answers(there.path);
    expect(guessed).toEqual(await answers(nowhere.path));
    expect(new Set(guessed.map(({ status }) => status))).toEqual(new Set([404]));
    expect(changedBetween(before, await wholeTable(house.bare))).toEqual([]);
  });

  test('finds nothing of others in lists, agreements and contributions', async () => {
    for (const path of ['/reports?actor=almi', '/agreements?actor=almi'])
      expect((await house.call('rapportor.uf', 'GET', path)).json, path).toMatchObject({ items: [] });
    type Items = { items: { actorId: string }[] };
    for (const path of [
      '/reports',
      '/reports?period=2026-Q2',
      '/reports?state=approved',
      '/agreements',
      '/summary/contributions?from=2025&to=2026&indicator=radgivningstillfallen',
      '/summary/contributions?from=2025&to=2026&indicator=unika-radgivna-kunder',
    ])
      for (const actorId of ['uf', 'almi']) {
        const { items } = (await house.call<Items>(`rapportor.${actorId}`, 'GET', path)).json;
        expect(
          items.filter((item) => item.actorId !== actorId),
          path,
        ).toEqual([]);
      }
  });
});
