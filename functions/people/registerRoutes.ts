import { Refused } from '@insatskollen/shared/refusals.ts';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mountChanges } from '../history/routes.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { refuseWrongMembership } from './membership.ts';
import { changePerson } from './people.ts';
import { ChangeSchema, cursorAfter, PageQuerySchema, PeopleAnswerSchema, PersonAnswerSchema } from './schemas.ts';
import { listPeople, personById, personOf, type StoredPerson } from './store.ts';

const texts = {
  fixed: { sv: 'Det här går inte att ändra.', en: 'This cannot be changed.' },
  lastAdmin: {
    sv: 'Minst en administratör måste finnas kvar. Ge någon annan rollen först.',
    en: 'At least one administrator must remain. Give someone else the role first.',
  },
};

/** Reading and changing the register of people. */
export function mountRegister(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/people',
      summary: 'Everyone with an account',
      action: 'people.read',
      query: PageQuerySchema,
      answer: PeopleAnswerSchema,
    },
    async (call) => {
      const { people, last } = await listPeople(deps, call.query.limit, call.query.cursor);
      return call.json({ items: people.map(personAnswer), nextCursor: cursorAfter(last) });
    },
  );

  mount(
    api,
    deps,
    { method: 'get', path: '/people/{id}', summary: 'A person', action: 'people.read', answer: PersonAnswerSchema },
    async (call) => {
      const person = await personOr404(deps, call.params['id']);
      return call.json(personAnswer(person), { etag: String(person.version) });
    },
  );

  mount(
    api,
    deps,
    {
      method: 'put',
      path: '/people/{id}',
      summary: 'Change name, roles and membership, or deactivate',
      action: 'people.change',
      body: ChangeSchema,
      answer: PersonAnswerSchema,
      ifMatch: true,
    },
    async (call) => {
      const before = await personOr404(deps, call.params['id']);
      const { version, reason, id = before.id, email = before.email, ...change } = await call.readBody();
      const after = { ...change, id, email };
      refuseNewAddress(before, after, call.language);
      await refuseWrongMembership(deps, change, call.language);
      const expected = version === undefined ? call.ifMatch() : String(version);
      if (expected !== '*' && expected !== String(before.version)) throw stale(before);

      const { joinedAt, invitedUntil } = before;
      const answer = { ...after, version: before.version + 1, joinedAt, invitedUntil };
      const etag = String(answer.version);
      const remembered = call.idempotency.remember(200, answer, { etag: `"${etag}"` });
      const result = await changePerson(deps, before, after, { by: call.caller.person.id, reason }, remembered);
      if (result === 'changed') return call.json(answer, { etag });
      await call.idempotency.recallAgain();
      if (result === 'stale') throw stale(await personOr404(deps, before.id));
      throw new Refused('wrongState', { detail: texts.lastAdmin[call.language], reason: 'lastAdmin' });
    },
  );

  mountChanges(api, deps, {
    path: '/people/{id}',
    kind: 'person',
    of: 'a person',
    action: 'people.read',
    mayRead: async (_call, id) => (await personById(deps, id)) !== undefined,
  });
}

/** A person as the register's answers show them. */
export const personAnswer = (person: StoredPerson): z.infer<typeof PersonAnswerSchema> => ({
  ...personOf(person),
  version: person.version,
  joinedAt: person.joinedAt,
  invitedUntil: person.invitedUntil,
});

export async function personOr404(deps: Deps, id: string | undefined): Promise<StoredPerson> {
  const person = id ? await personById(deps, id) : undefined;
  if (!person) throw new Refused('notFound');
  return person;
}

function refuseNewAddress(before: StoredPerson, after: { id: string; email: string }, language: 'sv' | 'en'): void {
  const changed = (['id', 'email'] as const).filter((field) => before[field] !== after[field]);
  const errors = changed.map((path) => ({ path, code: 'fixed', message: texts.fixed[language] }));
  if (errors.length > 0) throw new Refused('invalid', { errors });
}

const stale = (now: StoredPerson): Refused =>
  new Refused('stale', { current: { version: now.version, changedBy: now.changedBy, changedAt: now.changedAt } });
