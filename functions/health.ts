import type { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { noStore, type Env } from './http/endpoint.ts';
import { metaKey } from './table/keys.ts';

/** 200 only when the table answers and holds what there is to start with: the strategy and, in a demo, its reports. */
export function mountHealth(app: Hono<Env>, deps: Deps): void {
  app.get('/api/health', async (c) => {
    const { demo, demoClock } = deps.settings;
    const about = { demo, demoClock, now: deps.businessNow().toISOString() };
    const keys = demo ? [metaKey('reference'), metaKey('demo')] : [metaKey('reference')];
    const ready = await deps.table.getMany(keys).then(
      (items) => items.every((item) => item !== undefined),
      () => false,
    );
    return c.json({ ok: ready, ...about }, ready ? 200 : 503, ready ? noStore : { ...noStore, 'retry-after': '2' });
  });
}
