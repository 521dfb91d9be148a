import type { Person, Scope } from '@insatskollen/shared/people/person.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { ConditionFailed, type Item, type TransactWrite } from '../table/client.ts';
import { credentialIndex, tokenKey } from '../table/keys.ts';
import { eventWrite } from './events.ts';
import { hashOf, newTokenSecret } from './secrets.ts';
import { personByEmail, personById, type StoredPerson } from './store.ts';

const DAY = 24 * 60 * 60 * 1000;
const COMMAND_LINE_DAYS = 30;

const TokenSchema = z.object({
  /** Finds the token without being the secret: the hash under which it lies. */
  id: z.string(),
  personId: z.string(),
  generation: z.coerce.number().int(),
  name: z.string(),
  scope: z.enum(['read', 'write']),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Token = z.infer<typeof TokenSchema>;

const isTokenId = (id: string): boolean => /^[0-9a-f]{64}$/.test(id);
const stillGood = (token: Token, person: StoredPerson, now: Date): boolean =>
  person.active && token.generation === person.generation && Date.parse(token.expiresAt) > now.getTime();

/** The person of a token and what it may do, or `undefined` when it is unknown, expired, revoked, or its person is inactive. */
export async function findToken(
  deps: Deps,
  secret: string,
): Promise<{ person: StoredPerson; scope: Scope } | undefined> {
  const item = await deps.table.get(tokenKey(hashOf(secret)));
  if (!item) return undefined;
  const token = TokenSchema.parse(item);
  const person = await personById(deps, token.personId);
  return person && stillGood(token, person, deps.systemNow()) ? { person, scope: token.scope } : undefined;
}

/** Makes a token; `alsoWrite` goes into the same transaction. The secret is returned here and kept nowhere. */
export async function createToken(
  deps: Deps,
  person: StoredPerson,
  wanted: { name: string; scope: Scope; days: number },
  alsoWrite: (token: Token) => TransactWrite[] = () => [],
): Promise<{ token: Token; secret: string }> {
  const secret = newTokenSecret();
  const now = deps.systemNow();
  const token: Token = {
    id: hashOf(secret),
    personId: person.id,
    generation: person.generation,
    name: wanted.name,
    scope: wanted.scope,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + wanted.days * DAY).toISOString(),
  };
  const Item = {
    ...tokenKey(token.id),
    ...credentialIndex(person.id, `${token.createdAt}#${token.id}`),
    ...token,
    expiresAtEpochSeconds: Math.ceil(Date.parse(token.expiresAt) / 1000),
  };
  await deps.table.transact([
    { Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } },
    eventWrite(deps, person.id, person.id, { what: 'tokenCreated', tokenScope: token.scope }),
    ...alsoWrite(token),
  ]);
  return { token, secret };
}

/** A token for someone by their e-mail address, for the command line (30 days). Throws a clear error when there is no such person. */
export async function createTokenFor(deps: Deps, who: { email: string; scope: Scope }): Promise<string> {
  const person = await personByEmail(deps, who.email);
  if (!person) throw new Error('Det finns ingen person med den e-postadressen.');
  if (!person.active) throw new Error('Personens konto är avslutat.');
  const { secret } = await createToken(deps, person, {
    name: 'Kommandoraden',
    scope: who.scope,
    days: COMMAND_LINE_DAYS,
  });
  return secret;
}

/** A page of a person's tokens that can still be used, oldest first. `after` is the position that the page before ended with. */
export async function listTokens(
  deps: Deps,
  personId: string,
  limit: number,
  after: string | undefined,
): Promise<{ tokens: Token[]; last: string | undefined }> {
  const person = await personById(deps, personId);
  const index = credentialIndex(personId, after ?? '');
  const { items, lastKey } = await deps.table.query({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :pk',
    ExpressionAttributeValues: { ':pk': index.gsi1pk },
    Limit: limit,
    ...(after ? { ExclusiveStartKey: { ...index, ...tokenKey(after.split('#')[1] ?? '') } } : {}),
  });
  const tokens = items.map((item: Item) => TokenSchema.parse(item));
  return {
    tokens: person ? tokens.filter((token) => stillGood(token, person, deps.systemNow())) : [],
    last: lastKey ? String(lastKey['gsi1sk']) : undefined,
  };
}

/** Ends one of a person's own tokens; false when it is not there or not theirs. `alsoWrite` goes into the same transaction. */
export async function revokeToken(
  deps: Deps,
  person: Person,
  id: string,
  alsoWrite: TransactWrite[],
): Promise<boolean> {
  const item = isTokenId(id) ? await deps.table.get(tokenKey(id)) : undefined;
  if (!item) return false;
  const token = TokenSchema.parse(item);
  if (token.personId !== person.id) return false;
  try {
    await deps.table.transact([
      { Delete: { Key: tokenKey(id), ConditionExpression: 'attribute_exists(pk)' } },
      eventWrite(deps, person.id, person.id, { what: 'tokenRevoked', tokenScope: token.scope }),
      ...alsoWrite,
    ]);
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}
