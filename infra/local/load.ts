import { loadHistory, type WhoDid } from '@insatskollen/functions/audit/loadHistory.ts';
import type { Deps } from '@insatskollen/functions/deps.ts';
import { bindIdentity } from '@insatskollen/functions/people/identities.ts';
import { createPerson } from '@insatskollen/functions/people/people.ts';
import { outlookOf, outlookWrites } from '@insatskollen/functions/strategy/outlookStore.ts';
import { beginSearch } from '@insatskollen/functions/search/updating.ts';
import { identityKey, metaKey } from '@insatskollen/functions/table/keys.ts';
import { loadReference } from '../reference/load.ts';
import { readDemo, readDemoOutlooks } from './data/read.ts';
import { loadDemoAnalyses } from './loadAnalyses.ts';
import { loadDemoAssessments } from './loadAssessments.ts';
import { loadDemoMeetings } from './loadMeetings.ts';
import { loadDemoPublications } from './loadPublications.ts';
import { loadDemoSociety } from './loadSociety.ts';
import { demoPeople } from './people.ts';

/** Loads what a table is to begin with and does not have yet: the reference data, and in a demo its reports and people. */
export async function loadAll(deps: Deps): Promise<void> {
  await loadReference(deps);
  if (deps.settings.demo) {
    await loadDemoReports(deps);
    await loadDemoPeople(deps);
  }
  await beginSearch(deps);
}

/** Loads the demo's agreements, reports and values of society into a table that has none. */
export async function loadDemoReports(deps: Deps): Promise<void> {
  await loadDemoSociety(deps, whoDid({ role: 'coordinator', actorId: '' }));
  if (await deps.table.get(metaKey('demo'))) return;
  await loadHistory(deps, readDemo(), whoDid);
  await loadDemoOutlooks(deps);
  await loadDemoAssessments(
    deps,
    demoPeople.filter(reviewsOnly).map(({ id }) => id),
  );
  await loadDemoAnalyses(deps, whoDid({ role: 'coordinator', actorId: '' }));
  await loadDemoMeetings(deps, whoDid({ role: 'coordinator', actorId: '' }));
  await loadDemoPublications(deps, whoDid({ role: 'coordinator', actorId: '' }));
  await deps.table.put({ Item: { ...metaKey('demo'), loadedAt: deps.systemNow().toISOString() } });
}

/** Writes the demo's outlooks as the coordinator did, each at its own time. */
async function loadDemoOutlooks(deps: Deps): Promise<void> {
  const by = whoDid({ role: 'coordinator', actorId: '' });
  for (const { focusArea, writtenAt, text } of readDemoOutlooks()) {
    const before = await outlookOf(deps.table, focusArea);
    const { writes } = outlookWrites({ businessNow: () => new Date(writtenAt) }, before, { text, by });
    if (before.text !== text) await deps.table.transact(writes);
  }
}

/** Creates the people of the demo and lets this sign-in service speak for them; those who are there are left as they are. */
export async function loadDemoPeople(deps: Deps): Promise<void> {
  const { issuer } = deps.settings.openId;
  const known = await deps.table.getMany(demoPeople.map(({ subject }) => identityKey(issuer, subject)));
  await Promise.all(
    demoPeople.map(async ({ subject, ...person }, at) => {
      if (known[at]) return;
      await createPerson(deps, person, { keepExisting: true });
      await bindIdentity(deps, person.id, issuer, subject);
    }),
  );
}

/** Coordinators who report for nobody. */
const reviewsOnly = ({ roles, actorIds }: (typeof demoPeople)[number]): boolean =>
  roles.includes('coordinator') && actorIds.length === 0;

/** Of the people of the demo, the one who reports for the actor, or who reviews for the region. */
const whoDid: WhoDid = ({ role, actorId }) => {
  const did = demoPeople.find((person) =>
    role === 'reporter' ? person.actorIds.includes(actorId) : reviewsOnly(person),
  );
  if (!did) throw new Error(`nobody of the demo is ${role} of ${actorId}`);
  return did.id;
};
