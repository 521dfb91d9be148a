import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { ConditionFailed } from '../table/client.ts';
import { signInKey } from '../table/keys.ts';
import { hashOf } from './secrets.ts';

const GOOD_FOR_SECONDS = 10 * 60;

const SignInSchema = z.object({
  browserHash: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
  invitationHash: z.string().optional(),
  expiresAtEpochSeconds: z.coerce.number(),
});
type SignIn = z.infer<typeof SignInSchema>;

/** Remembers for ten minutes a sign-in that began in the browser which holds this secret; `state` is its name at the provider. */
export async function rememberSignIn(
  deps: Deps,
  signIn: { state: string; browserSecret: string } & Pick<SignIn, 'nonce' | 'codeVerifier' | 'returnTo'> & {
      invitationHash: string | undefined;
    },
): Promise<void> {
  const { state, browserSecret, ...rest } = signIn;
  await deps.table.put({
    Item: {
      ...signInKey(hashOf(state)),
      ...rest,
      browserHash: hashOf(browserSecret),
      expiresAtEpochSeconds: Math.floor(deps.systemNow().getTime() / 1000) + GOOD_FOR_SECONDS,
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  });
}

/** Takes a sign-in out, which can be done once and only by the browser that began it; else `undefined`. */
export async function takeSignIn(
  deps: Deps,
  state: string,
  browserSecret: string | undefined,
): Promise<SignIn | undefined> {
  const key = signInKey(hashOf(state));
  const item = browserSecret ? await deps.table.get(key) : undefined;
  if (!item || !browserSecret) return undefined;
  const signIn = SignInSchema.parse(item);
  if (signIn.browserHash !== hashOf(browserSecret)) return undefined;
  if (signIn.expiresAtEpochSeconds <= deps.systemNow().getTime() / 1000) return undefined;
  try {
    await deps.table.transact([{ Delete: { Key: key, ConditionExpression: 'attribute_exists(pk)' } }]);
    return signIn;
  } catch (error) {
    if (error instanceof ConditionFailed) return undefined;
    throw error;
  }
}
