import { Refused } from '@insatskollen/shared/refusals.ts';
import { OutlookContentSchema, OutlookSchema } from '@insatskollen/shared/strategy/outlook.ts';
import type { Deps } from '../deps.ts';
import { refuseStale } from '../history/expected.ts';
import { mountChanges } from '../history/routes.ts';
import { writeVersion } from '../history/writeVersion.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { PageQuerySchema, pageOf, pageSchema } from '../http/paging.ts';
import { libraryOf } from './library.ts';
import { besides } from './saving.ts';
import { allOutlooks, outlookOf, outlookWrites } from './outlookStore.ts';

const kind = 'outlook';
const BodySchema = OutlookContentSchema.extend({ version: besides.version, reason: besides.reason });

/** The outlook of each focus area: read by everyone, written by the region, every version kept. */
export function mountOutlooks(api: Api, deps: Deps): void {
  const isArea = async (id: string) => (await libraryOf(deps)).focusAreas.includes(id);
  const path = '/focus-areas/{id}/outlook';

  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/outlooks',
      summary: 'Where the focus areas are heading: every outlook that is written',
      action: 'register.read',
      query: PageQuerySchema,
      answer: pageSchema(OutlookSchema),
    },
    async (call) => call.json(pageOf(await allOutlooks(deps.table), call)),
  );
  mount(
    api,
    deps,
    { method: 'get', path, summary: 'Where a focus area is heading', action: 'register.read', answer: OutlookSchema },
    async (call) => {
      const id = call.params['id'] ?? '';
      if (!(await isArea(id))) throw new Refused('notFound');
      const outlook = await outlookOf(deps.table, id);
      return call.json(outlook, { etag: String(outlook.version) });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'put',
      path,
      summary: 'Write where a focus area is heading',
      action: 'register.change',
      body: BodySchema,
      answer: OutlookSchema,
      ifMatch: true,
    },
    async (call) => {
      const id = call.params['id'] ?? '';
      if (!(await isArea(id))) throw new Refused('notFound');
      const before = await outlookOf(deps.table, id);
      const { text, version: sent, reason } = await call.readBody();
      await refuseStale(deps, call, sent, { kind, id, version: before.version });
      if (text === before.text) return call.json(before, { etag: String(before.version) });

      const by = call.caller.person.id;
      const { after, writes } = outlookWrites(deps, before, { text, by, reason: reason?.trim() || undefined });
      const { version } = after;
      const present = async () => (await outlookOf(deps.table, id)).version;
      await writeVersion(deps, call, { kind, id, writes, status: 200, answer: after, version, present });
      return call.json(after, { etag: String(version) });
    },
  );
  mountChanges(api, deps, {
    path,
    kind,
    of: 'an outlook',
    action: 'register.read',
    mayRead: (_call, id) => isArea(id),
  });
}
