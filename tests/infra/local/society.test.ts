import { valuesOf } from '@insatskollen/functions/societal/store.ts';
import { fetchRegularly } from '@insatskollen/infra/local/society.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openDemoHouse } from '../../functions/demoHouse.ts';
import { openSource, type Source } from '../../functions/societal/source.ts';

let source: Source;
beforeAll(async () => {
  source = await openSource();
});
afterAll(() => source.close());

test('nothing is asked for unless somebody has said where, and then it is, by itself', async () => {
  const { deps } = await openDemoHouse();
  const timers = vi.spyOn(globalThis, 'setTimeout');
  fetchRegularly(deps, {})();
  expect(timers).not.toHaveBeenCalled();
  timers.mockRestore();

  source.answer('N03941', source.saysHere('koladaRevised'));
  source.answer('/data/kpi/', source.saysHere('koladaEmpty'));
  const stop = fetchRegularly(deps, { kolada: source.base }, 0);
  const fetched = async () => (await valuesOf(deps.table, 'arbetsloshet')).filter(({ how }) => how === 'fetched');
  await vi.waitFor(async () => expect(await fetched()).not.toEqual([]), { timeout: 60_000, interval: 50 });
  stop();
  // A value from the source is no longer a made-up one.
  expect((await fetched()).every(({ synthetic, source: from }) => !synthetic && from === 'Kolada N03941')).toBe(true);
});
