import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { ConditionFailed } from '../table/client.ts';
import { preferencesOf, putPreferences, type Chosen } from './preferencesStore.ts';
import { preferenceKinds, PreferencesAnswerSchema, PreferencesBodySchema } from './schemas.ts';

/** How one wants to be told of things: everyone's own. */
export function mountPreferences(api: Api, deps: Deps): void {
  const path = '/me/preferences';
  mount(
    api,
    deps,
    {
      method: 'get',
      path,
      summary: 'How I want to be told of things',
      action: 'self.read',
      answer: PreferencesAnswerSchema,
    },
    async (call) => {
      const chosen = await preferencesOf(deps.table, call.caller.person.id);
      return call.json(answerOf(chosen), { etag: String(chosen.version) });
    },
  );

  mount(
    api,
    deps,
    {
      method: 'put',
      path,
      summary: 'Choose how I want to be told of things',
      action: 'self.change',
      body: PreferencesBodySchema,
      answer: PreferencesAnswerSchema,
      ifMatch: true,
    },
    async (call) => {
      const { version, ...preferences } = await call.readBody();
      const expected = version === undefined ? call.ifMatch() : String(version);
      const { id } = call.caller.person;
      const before = await preferencesOf(deps.table, id);
      if (expected !== '*' && expected !== String(before.version)) throw stale(before);
      const after = answerOf({ preferences, version: before.version + 1 });
      const etag = String(after.version);
      const remembered = call.idempotency.remember(200, after, { etag: `"${etag}"` });
      try {
        await deps.table.transact([putPreferences(id, before.version, preferences), ...remembered]);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        await call.idempotency.recallAgain();
        throw stale(await preferencesOf(deps.table, id));
      }
      return call.json(after, { etag });
    },
  );
}

const answerOf = ({ preferences, version }: Chosen) => ({ ...preferences, version, kinds: preferenceKinds });

const stale = ({ version }: Chosen): Refused => new Refused('stale', { current: { version } });
