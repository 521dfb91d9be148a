import { describe, expect, it } from 'vitest';
import { draftApi } from '@insatskollen/web/src/lib/report/draftApi.ts';

describe('a call that saves', () => {
  it('that is never answered ends as one without an answer', async () => {
    const send: typeof fetch = (_, init) =>
      new Promise((_done, fail) => init?.signal?.addEventListener('abort', () => fail(new Error('no answer came'))));
    const api = draftApi(send, 'almi-basuppdrag-2026', '2026-Q3', 'sv', 1);
    expect(await api.save({ values: {}, texts: {} }, '"1"', false)).toMatchObject({ ok: false, status: 0 });
  });
});
