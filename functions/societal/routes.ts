import { societalGroups, type Geography, type SocietalIndicator } from '@insatskollen/shared/societal/indicator.ts';
import { takenIn, type SocietalValue } from '@insatskollen/shared/societal/value.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { refuseStale } from '../history/expected.ts';
import { mountChanges } from '../history/routes.ts';
import { writeVersion } from '../history/writeVersion.ts';
import { mount, type Api, type Call } from '../http/endpoint.ts';
import { pageOf } from '../http/paging.ts';
import { enteringFaults, retiringFaults, verdictFaults } from './faults.ts';
import {
  ChangeSocietalSchema,
  EnterValuesSchema,
  SocietalDetailSchema,
  SocietalListSchema,
  SocietalQuerySchema,
} from './schemas.ts';
import type { StoredSocietal } from './stored.ts';
import { societalOf, societyOf, valuesAt, valuesOf, type Society } from './store.ts';
import { judgedWith, openFetches, suspectedIn } from './verdicts.ts';
import { societalWrites } from './writes.ts';

const kind = 'societal';
const path = '/societal-indicators/{id}';

/** The places that an indicator can be measured in. */
const placesOf = ({ geographyLevels }: SocietalIndicator, geographies: readonly Geography[]): Geography[] =>
  geographies.filter(({ level }) => geographyLevels.includes(level));

const inOrder = (values: readonly SocietalValue[]): SocietalValue[] =>
  values.toSorted((a, b) => orderOf(a).localeCompare(orderOf(b), 'en'));
const orderOf = ({ series, geography, period, gender }: SocietalValue) => [series, geography, period, gender].join('#');

/** What is measured on society (requirements R12–R14): read by everyone, entered by coordinators, never joined with results. */
export function mountSocietal(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/societal-indicators',
      summary: 'What is measured on society, apart from results: definitions and values of all people together',
      action: 'register.read',
      query: SocietalQuerySchema,
      answer: SocietalListSchema,
    },
    async (call) => {
      const { geography: asked, from = '' } = call.query;
      const { indicators, geographies, fetches } = await societyOf(deps.table);
      const places = geographies.filter(({ id }) => asked === undefined || asked.includes(id));
      const all = (await Promise.all(places.map(({ id }) => valuesAt(deps.table, id)))).flat();
      const byIndicator = Map.groupBy(all, ({ id }) => id);
      const shown = (value: SocietalValue) => value.gender === 'total' && value.period >= from;
      const items = indicators.map(({ content, version, judged }) => ({
        ...content,
        version,
        suspected: suspectedIn(fetches.get(content.id) ?? [], { judged }),
        values: inOrder((byIndicator.get(content.id) ?? []).flatMap(({ values }) => values.filter(shown))),
      }));
      return call.json({ groups: societalGroups, geographies, ...pageOf(items, call) });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'get',
      path,
      summary: 'One indicator of society with all its values',
      action: 'register.read',
      answer: SocietalDetailSchema,
    },
    async (call) => {
      const { society, stored } = await foundOr404(call);
      return answer(call, society, stored, await valuesOf(deps.table, stored.content.id));
    },
  );
  mount(
    api,
    deps,
    {
      method: 'put',
      path,
      summary:
        'Take an indicator of society out of the set that is followed, or back into it, and judge whether its series have broken',
      action: 'register.change',
      body: ChangeSocietalSchema,
      answer: SocietalDetailSchema,
      ifMatch: true,
    },
    async (call) => {
      const { society, stored: before } = await foundOr404(call);
      const { until, replacedBy, verdicts, version: sent, reason } = await call.readBody();
      const { language } = call;
      const fetches = society.fetches.get(before.content.id) ?? [];
      const year = deps.businessNow().getUTCFullYear();
      const faults = [
        ...retiringFaults({ until, replacedBy }, before.content, society.indicators, language),
        ...verdictFaults(verdicts, before, { fetches, year, language }),
      ];
      if (faults.length > 0) throw new Refused('invalid', { errors: faults });
      const { id } = before.content;
      await refuseStale(deps, call, sent, { kind, id, version: before.version });
      const values = await valuesOf(deps.table, id);
      const same = until === before.content.until && replacedBy === before.content.replacedBy;
      if (same && Object.keys(verdicts).length === 0) return answer(call, society, before, values);
      const successor = society.indicators.find(({ content }) => content.id === replacedBy)?.content.id ?? null;
      const { content: broken, judged } = judgedWith(before, verdicts, fetches);
      const content = { ...broken, until, replacedBy: successor };
      const what = before.content.until === null && until !== null ? 'retired' : 'changed';
      return save(call, society, { before, content, judged, what, reason }, values);
    },
  );
  mount(
    api,
    deps,
    {
      method: 'put',
      path: `${path}/values`,
      summary:
        'Enter values of society by hand, with their source: each replaces what was in its place, the others stay',
      action: 'register.change',
      body: EnterValuesSchema,
      answer: SocietalDetailSchema,
      ifMatch: true,
    },
    async (call) => {
      const { society, stored: before } = await foundOr404(call);
      const { values, source, sourceDate, version: sent, reason } = await call.readBody();
      const { content, version } = before;
      const places = placesOf(content, society.geographies);
      const now = deps.businessNow();
      const faults = enteringFaults(values, content, { places, year: now.getUTCFullYear(), language: call.language });
      if (faults.length > 0) throw new Refused('invalid', { errors: faults });
      await refuseStale(deps, call, sent, { kind, id: content.id, version });
      const known = await valuesOf(deps.table, content.id);
      const besides = { source, sourceDate, how: 'entered' as const, at: now.toISOString(), synthetic: false };
      const { after, news } = takenIn(
        known,
        values.map((value) => ({ ...value, ...besides })),
      );
      // Nothing new makes no version: what is sent twice is one change.
      if (news.length === 0) return answer(call, society, before, known);
      const told = [source, sourceDate, reason?.trim()].filter((part) => part).join('. ');
      return save(call, society, { before, values: { all: after, news, known }, what: 'entered', reason: told }, after);
    },
  );
  mountChanges(api, deps, {
    path,
    kind,
    of: 'an indicator of society',
    action: 'register.read',
    mayRead: async (_call, id) => (await societalOf(deps.table, id)) !== undefined,
  });

  async function foundOr404(call: Pick<Call<unknown, unknown>, 'params'>) {
    const society = await societyOf(deps.table);
    const stored = society.indicators.find(({ content }) => content.id === call.params['id']);
    if (!stored) throw new Refused('notFound');
    return { society, stored };
  }

  type Saving = Omit<Parameters<typeof societalWrites>[1], 'by'>;
  async function save<B>(
    call: Call<unknown, B>,
    society: Society,
    saving: Saving,
    values: readonly SocietalValue[],
  ): Promise<Response> {
    const { before, content = before.content, judged = before.judged } = saving;
    const after = { ...before, content, judged, version: before.version + 1 };
    const body = bodyOf(society, after, values);
    const { id } = content;
    const present = async () => (await societalOf(deps.table, id))?.version ?? after.version;
    const writes = societalWrites(deps, { ...saving, by: call.caller.person.id });
    await writeVersion(deps, call, { kind, id, writes, status: 200, answer: body, version: after.version, present });
    return call.json(body, { etag: String(after.version) });
  }
}

const bodyOf = (
  { geographies, fetches }: Society,
  { content, version, judged }: StoredSocietal,
  values: readonly SocietalValue[],
): z.input<typeof SocietalDetailSchema> => ({
  ...content,
  version,
  values: inOrder(values),
  geographies: placesOf(content, geographies),
  fetches: openFetches(fetches.get(content.id) ?? [], { judged }),
});

const answer = <Q, B>(
  call: Call<Q, B>,
  society: Society,
  stored: StoredSocietal,
  values: readonly SocietalValue[],
): Response => call.json(bodyOf(society, stored, values), { etag: String(stored.version) });
