import { asSeenBy } from '@insatskollen/shared/agreements/confidential.ts';
import { stockholmDay } from '@insatskollen/shared/calendar/days.ts';
import { CommitmentSchema } from '@insatskollen/shared/commitments/commitment.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import { mayRead } from '../agreements/routes.ts';
import { allAgreements } from '../agreements/store.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { libraryOf } from '../strategy/library.ts';
import { followCommitments, FollowedSchema } from './follow.ts';

const StoredSchema = z.array(CommitmentSchema).catch([]);

/** How far what was promised in numbers is kept (requirement R9). */
export function mountCommitments(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/initiatives/{id}/commitments',
      summary:
        'How far the promises of an initiative are kept, by official reports; those without an indicator are left out',
      // What all actors together have done: for those who see every actor's figures.
      action: 'coverage.read',
      answer: FollowedSchema,
    },
    async (call) => {
      const [library, all] = await Promise.all([libraryOf(deps), allAgreements(deps.table)]);
      const initiative = library.initiatives.get(call.params['id'] ?? '');
      if (!initiative) throw new Refused('notFound');
      const commitments = StoredSchema.parse(initiative['quantifiedCommitments']);
      const own = all.filter(({ initiativeId }) => initiativeId === initiative.id);
      const today = stockholmDay(deps.businessNow());
      return call.json(
        await followCommitments(deps.table, commitments, { own, all }, library.indicators, { today, day: today }),
      );
    },
  );
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/agreements/{id}/commitments',
      summary:
        'How far the promises of an agreement are kept, by its official reports; those without an indicator are left out',
      action: 'agreement.read',
      answer: FollowedSchema,
    },
    async (call) => {
      const [library, all] = await Promise.all([libraryOf(deps), allAgreements(deps.table)]);
      const { person } = call.caller;
      const agreement = all.find(({ id }) => id === call.params['id']);
      if (!agreement || !mayRead(person, agreement)) throw new Refused('notFound');
      const { commitments = [] } = asSeenBy(person, agreement);
      const today = stockholmDay(deps.businessNow());
      const among = { own: [agreement], all };
      // Of one that has ended, what it came to when it did.
      const day = agreement.termEnd < today ? agreement.termEnd : today;
      return call.json(await followCommitments(deps.table, commitments, among, library.indicators, { today, day }));
    },
  );
}
