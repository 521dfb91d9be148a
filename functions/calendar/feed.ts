import type { Person } from '@insatskollen/shared/people/person.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { hashOf, isSecret, newSecret } from '../people/secrets.ts';
import { personById, personOf } from '../people/store.ts';
import { ConditionFailed, type TransactWrite } from '../table/client.ts';
import { feedKey, feedOfKey } from '../table/keys.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';

/** A feed as it lies with its person, and under its hash. The secret itself is kept nowhere. */
const FeedSchema = z.object({
  personId: z.string(),
  hash: z.string(),
  language: z.enum(['sv', 'en']),
  createdAt: z.string(),
});
type Feed = z.infer<typeof FeedSchema>;

/** The person's feed, if there is one. */
export async function feedOf(deps: Deps, personId: string): Promise<Feed | undefined> {
  const item = await deps.table.get(feedOfKey(personId));
  return item && FeedSchema.parse(item);
}

const removed = (old: Feed): TransactWrite[] => [{ Delete: { Key: feedKey(old.hash) } }];
const unchanged = (old: Feed | undefined) =>
  old
    ? {
        ConditionExpression: '#hash = :old',
        ExpressionAttributeNames: { '#hash': 'hash' },
        ExpressionAttributeValues: { ':old': old.hash },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' };

/** Makes a feed with a new secret; one that was there before shows nothing from now on. */
export async function makeFeed(
  deps: Deps,
  personId: string,
  language: 'sv' | 'en',
): Promise<{ secret: string; feed: Feed }> {
  const old = await feedOf(deps, personId);
  const secret = newSecret();
  const feed: Feed = { personId, hash: hashOf(secret), language, createdAt: deps.systemNow().toISOString() };
  await write(deps, [
    { Put: { Item: { ...feedOfKey(personId), ...feed }, ...unchanged(old) } },
    { Put: { Item: { ...feedKey(feed.hash), ...feed }, ConditionExpression: 'attribute_not_exists(pk)' } },
    ...(old ? removed(old) : []),
  ]);
  return { secret, feed };
}

/** Ends the person's feed; its address shows nothing from now on. */
export async function endFeed(deps: Deps, personId: string): Promise<void> {
  const old = await feedOf(deps, personId);
  if (!old) return;
  await write(deps, [{ Delete: { Key: feedOfKey(personId), ...unchanged(old) } }, ...removed(old)]);
}

async function write(deps: Deps, writes: TransactWrite[]): Promise<void> {
  try {
    await deps.table.transact(writes);
  } catch (error) {
    if (error instanceof ConditionFailed) throw new Refused('busy');
    throw error;
  }
}

/** Whose calendar a secret shows, as the person may see it now; nobody's for one that is unknown, ended, or of somebody inactive. */
export async function personOfFeed(
  deps: Deps,
  secret: string,
): Promise<{ person: Person; language: 'sv' | 'en' } | undefined> {
  if (!isSecret(secret)) return undefined;
  const item = await deps.table.get(feedKey(hashOf(secret)));
  if (!item) return undefined;
  const { personId, language } = FeedSchema.parse(item);
  const stored = await personById(deps, personId);
  return stored?.active ? { person: personOf(stored), language } : undefined;
}
