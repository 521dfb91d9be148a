import { AgreementSchema, type Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { asSeenBy } from '@insatskollen/shared/agreements/confidential.ts';
import { readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { PageQuerySchema, pageOf, pageSchema } from '../http/paging.ts';
import { agreementById, allAgreements } from './store.ts';

const action = 'agreement.read';
const QuerySchema = PageQuerySchema.extend({ actor: z.string().max(100).optional() });

/** The region's roles read every agreement, reporters those of their own actors. */
export const mayRead = (person: Person, agreement: Agreement): boolean =>
  readsForRegion(person.roles) || person.actorIds.includes(agreement.actorId);

/** Reading agreements. */
export function mountAgreements(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/agreements',
      summary: 'Agreements, of one actor or all',
      action,
      query: QuerySchema,
      answer: pageSchema(AgreementSchema),
    },
    async (call) => {
      const { actor } = call.query;
      const all = await allAgreements(deps.table);
      const wanted = all.filter(
        (one) => mayRead(call.caller.person, one) && (actor === undefined || one.actorId === actor),
      );
      const seen = wanted.map((one) => asSeenBy(call.caller.person, one));
      return call.json(pageOf(seen, call));
    },
  );
  mount(
    api,
    deps,
    { method: 'get', path: '/agreements/{id}', summary: 'One agreement', action, answer: AgreementSchema },
    async (call) => {
      const agreement = await agreementById(deps.table, call.params['id'] ?? '');
      if (!agreement || !mayRead(call.caller.person, agreement)) throw new Refused('notFound');
      return call.json(asSeenBy(call.caller.person, agreement), { etag: String(agreement.version) });
    },
  );
}
