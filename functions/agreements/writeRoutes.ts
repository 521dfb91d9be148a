import { AgreementSchema, type Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { changesSeenBy } from '@insatskollen/shared/agreements/confidential.ts';
import { parsePeriod } from '@insatskollen/shared/calendar/periods.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Deps } from '../deps.ts';
import { refuseStale } from '../history/expected.ts';
import { mountChanges } from '../history/routes.ts';
import { mount, type Api, type Call } from '../http/endpoint.ts';
import { registersFree } from '../imports/writing.ts';
import { startOver } from '../table/startOver.ts';
import { refuseAgreement } from './check.ts';
import { ChangedAgreementSchema, NewAgreementSchema } from './schemas.ts';
import { mayRead } from './routes.ts';
import { agreementById, storedAgreements } from './store.ts';
import { withCanonicalDecimals } from './terms.ts';
import { writeAgreement } from './write.ts';

/** Making and changing agreements (requirements R4, R37), and who changed what of them. */
export function mountAgreementChanges(api: Api, deps: Deps): void {
  const action = 'agreement.change';
  mount(
    api,
    deps,
    {
      method: 'post',
      path: '/agreements',
      summary: 'Make an agreement; its expected reports are there at once',
      action,
      body: NewAgreementSchema,
      answer: AgreementSchema,
      status: 201,
    },
    async (call) => {
      const { id: wantedId, ...body } = await call.readBody();
      const made = await tryAgain(call, async () => {
        const taken = new Set((await storedAgreements(deps.table)).map(({ agreement }) => agreement.id));
        if (wantedId !== undefined && taken.has(wantedId))
          refuseAgreement([{ path: 'id', code: 'idTaken' }], call.language);
        const agreement = withCanonicalDecimals({ ...body, id: wantedId ?? freeId(idFor(body), taken), version: 1 });
        return writeAgreement(deps, {
          agreement,
          before: undefined,
          effectiveFrom: null,
          reason: null,
          ...(await whoAnd(deps, call, 201, agreement)),
        });
      });
      return call.json(made, { status: 201, etag: '1' });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'put',
      path: '/agreements/{id}',
      summary: 'Change an agreement; what is begun stays pinned to the version that it was begun under',
      action,
      body: ChangedAgreementSchema,
      answer: AgreementSchema,
      ifMatch: true,
    },
    async (call) => {
      const id = call.params['id'] ?? '';
      if (!(await agreementById(deps.table, id))) throw new Refused('notFound');
      const { version: sent, effectiveFrom, reason, ...body } = await call.readBody();
      const from = typeof effectiveFrom === 'string' ? parsePeriod(effectiveFrom) : undefined;
      if (effectiveFrom && !from) refuseAgreement([{ path: 'effectiveFrom', code: 'notAPeriod' }], call.language);
      if (body.id !== undefined && body.id !== id) refuseAgreement([{ path: 'id', code: 'fixed' }], call.language);
      const changed = await tryAgain(call, async () => {
        const before = (await storedAgreements(deps.table)).find((one) => one.agreement.id === id);
        if (!before) throw new Refused('notFound');
        const { version } = before.agreement;
        await refuseStale(deps, call, sent, { kind: 'agreement', id, version });
        const agreement = withCanonicalDecimals({ ...before.agreement, ...body, id, version: version + 1 });
        const effective = from?.start ?? null;
        return writeAgreement(deps, {
          agreement,
          before,
          effectiveFrom: effective,
          reason,
          ...(await whoAnd(deps, call, 200, agreement)),
        });
      });
      return call.json(changed, { etag: String(changed.version) });
    },
  );
  mountChanges(api, deps, {
    path: '/agreements/{id}',
    kind: 'agreement',
    of: 'an agreement',
    action: 'agreement.read',
    mayRead: async ({ caller }, id) => {
      const agreement = await agreementById(deps.table, id);
      return agreement !== undefined && mayRead(caller.person, agreement);
    },
    seen: async ({ caller }, id, changes) => {
      const agreement = await agreementById(deps.table, id);
      if (!agreement) return [];
      return changes.map((one) => ({ ...one, fields: changesSeenBy(caller.person, agreement, one.fields) }));
    },
  });
}

const whoAnd = async (deps: Deps, call: Call<unknown, unknown>, status: number, agreement: Agreement) => ({
  by: call.caller.person.id,
  language: call.language,
  alsoWrite: [
    ...(await registersFree(deps)),
    ...call.idempotency.remember(status, agreement, { etag: `"${agreement.version}"` }),
  ],
});

const tryAgain = (call: Call<unknown, unknown>, attempt: () => Promise<Agreement>): Promise<Agreement> =>
  startOver(attempt, () => call.idempotency.recallAgain());

/** An id that says what the agreement is about and from when: `almi-basuppdrag-2026`. */
export const idFor = ({ initiativeId, termStart }: Pick<Agreement, 'initiativeId' | 'termStart'>): string =>
  `${initiativeId.slice(0, 80)}-${termStart.slice(0, 4).replaceAll(/\D/g, '0')}`;

export function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
  return free;
}
