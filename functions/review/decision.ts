import { mayDecide } from '@insatskollen/shared/people/permissions.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/endpoint.ts';
import { forPermission } from '../reports/load.ts';
import { byCaller, reportOf, type ReportCall } from '../reports/request.ts';
import { writeTransition, type Decided } from '../reports/transition.ts';
import { startOver } from '../table/startOver.ts';

/** The report, for a coordinator who may decide about it: four eyes come before anything that was sent. */
export async function decidable(deps: Deps, call: ReportCall): Promise<Head> {
  const { head } = await reportOf(deps, call);
  if (!mayDecide(call.caller.person, forPermission(head))) throw new Refused('fourEyes');
  return head;
}

type Decision<Body> = (
  head: Head,
  by: Decided['by'],
) => Promise<{
  after: Head;
  event: NonNullable<Decided['event']>;
  body: Body;
  writes?: Decided['writes'];
}>;

/** Loads, decides and writes; starts over when somebody else was first. */
export function decide<Q, B, Body>(deps: Deps, call: Call<Q, B>, decision: Decision<Body>): Promise<Body> {
  return startOver(
    async () => {
      const before = await decidable(deps, call);
      const by = byCaller(deps, call);
      const { after, event, body, writes = [] } = await decision(before, by);
      await writeTransition(deps, {
        before,
        after,
        by,
        event,
        writes: [...writes, ...call.idempotency.remember(200, body)],
      });
      return body;
    },
    () => call.idempotency.recallAgain(),
  );
}

/** The version that a decision names; 428 when it names none. */
export function given(version: number | undefined): number {
  if (version === undefined) throw new Refused('versionNeeded');
  return version;
}

export const moved = ({ state, version, answerBy }: Head) => ({ state, version, answerBy });
