import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';

interface Answer {
  items: {
    at: number;
    from: string;
    to: string;
    amount: { min: string; max: string } | null;
    reports: { answered: number; all: number };
    state: string;
  }[];
}
interface Contributions {
  items: { agreementId: string; initiativeId: string; answer: { kind: string; value?: string } }[];
}

test('a promise is followed by what is approved of its indicator, as the figures are', async () => {
  const house = await openDemoHouse();
  const { items } = (await house.call<Answer>('ledning', 'GET', '/initiatives/modda-sormland/commitments')).json;
  // The promise of nine municipalities has no indicator in the plan, so only the first is followed.
  expect(items.map(({ at, from, to }) => [at, from, to])).toEqual([[0, '2025', '2026']]);

  const made = await house.call<Contributions>(
    'ledning',
    'GET',
    '/summary/contributions?from=2025&to=2026&indicator=deltagare-i-kompetensinsats',
  );
  const own = made.json.items.filter(({ initiativeId }) => initiativeId === 'modda-sormland');
  const values = own.map(({ answer }) => Number(answer.value ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  expect(total).toBeGreaterThan(0);
  // People are unique, so that what two periods count may be the same ones.
  expect(items[0]?.amount).toEqual({ min: String(Math.max(...values)), max: String(total) });
  expect(items[0]?.reports.answered).toBe(own.filter(({ answer }) => answer.kind === 'value').length);
});

test('an initiative that promises nothing in numbers has nothing to follow', async () => {
  const house = await openDemoHouse();
  expect((await house.call<Answer>('ledning', 'GET', '/initiatives/almi-basuppdrag/commitments')).json.items).toEqual(
    [],
  );
  expect((await house.call('ledning', 'GET', '/initiatives/ingen/commitments')).status).toBe(404);
});

describe('what an agreement promises in numbers', () => {
  const id = 'almi-basuppdrag-2026';
  const path = `/agreements/${id}`;
  const promise = {
    text: 'Rådgivning till nya företagare',
    min: '1 000',
    max: null,
    unit: 'personer',
    per: 'year',
    indicatorId: 'radgivningstillfallen',
  };
  let house: DemoHouse;
  let agreement: Agreement;
  beforeAll(async () => {
    house = await openDemoHouse();
    agreement = (await house.call<Agreement>('samordnare', 'GET', path)).json;
  });
  const put = (commitments: object[], more: object = {}) =>
    house.call<Agreement & { errors?: { path: string; code: string }[] }>(
      'samordnare',
      'PUT',
      path,
      { ...agreement, version: undefined, ...more, commitments },
      { 'if-match': '*' },
    );
  const followed = async (who: string) => {
    const { status, json } = await house.call<Answer>(who, 'GET', `${path}/commitments`);
    return { status, items: json.items };
  };

  test('is kept as it is agreed, and followed by its own official reports', async () => {
    const { indicatorId } = promise;
    const kept = await put([promise]);
    expect(kept.status).toBe(200);
    expect(kept.json.commitments).toEqual([{ ...promise, min: '1000', note: null }]);

    const { json } = await house.call<Contributions>(
      'ledning',
      'GET',
      `/summary/contributions?from=2026&to=2026&indicator=${indicatorId}`,
    );
    const own = json.items.filter((one) => one.agreementId === id);
    const total = String(own.reduce((sum, { answer }) => sum + Number(answer.value ?? 0), 0));
    expect(own.length).toBeGreaterThan(0);
    for (const who of ['samordnare', 'ledning', 'rapportor.almi']) {
      const { status, items } = await followed(who);
      expect([who, status, items.length]).toEqual([who, 200, 1]);
      expect(items[0]).toMatchObject({ at: 0, from: '2026', to: '2026', amount: { min: total, max: total } });
      expect(items[0]?.reports.answered).toBe(own.length);
    }
    expect((await followed('rapportor.uf')).status).toBe(404);
  });

  test('is refused with every fault at its place', async () => {
    const faults = async (commitments: object[]) => {
      const { status, json } = await put(commitments);
      const { errors = [] } = json;
      return [status, ...errors.map((one) => `${one.path}: ${one.code}`)];
    };
    const plain = { ...promise, indicatorId: null };
    expect(await faults([plain, { ...plain, min: null }])).toEqual([422, 'commitments.1.min: noAmount']);
    expect(await faults([{ ...plain, max: '10' }])).toEqual([422, 'commitments.0.max: reversedAmounts']);
    expect(await faults([{ ...promise, indicatorId: 'finns-inte' }])).toEqual([
      422,
      'commitments.0.indicatorId: unknownIndicator',
    ]);
    expect(await faults([{ ...promise, indicatorId: 'uf-foretag' }])).toEqual([
      422,
      'commitments.0.indicatorId: notAgreed',
    ]);
    expect(await faults([{ ...plain, text: ' ' }])).toEqual([422, 'commitments.0.text: blank']);
    expect((await faults([{ ...plain, per: 'week' }]))[1]).toMatch(/^commitments\.0\.per: /);
  });

  test('is masked for others where it is confidential', async () => {
    const secret = 'Förhandlas ännu';
    const mark = { field: 'commitments', chapter: '19', section: '3', reason: null };
    const marked = await put([{ ...promise, text: secret }], { confidential: [mark] });
    expect(marked.status).toBe(200);
    for (const [who, sees] of [
      ['samordnare', true],
      ['rapportor.almi', true],
      ['ledning', false],
    ] as const) {
      expect([who, (await house.call(who, 'GET', path)).text.includes(secret)]).toEqual([who, sees]);
      expect([who, (await house.call(who, 'GET', `${path}/changes`)).text.includes(secret)]).toEqual([who, sees]);
      expect([who, (await followed(who)).items.length]).toEqual([who, sees ? 1 : 0]);
    }
  });
});
