import * as openId from 'openid-client';
import type { Deps } from '../deps.ts';
import { personByIdentity } from './identities.ts';
import { findInvitationByHash } from './invitations.ts';
import type { Provider } from './provider.ts';
import { redeemInvitation } from './redeem.ts';
import { endSessionWrite, newSession } from './sessions.ts';
import { takeSignIn } from './signInsUnderWay.ts';

export const CALLBACK_PATH = '/api/auth/callback';

/** Why nobody was signed in: the page to show, and the reason in its address. */
export type SignInFault = 'otillganglig' | 'avbruten' | 'ogiltig';
export type InvitationFault = 'saknas' | 'ogiltig' | 'anvand' | 'utgangen' | 'avslutad';

export type Outcome =
  | { secret: string; returnTo: string }
  | { signIn: SignInFault; returnTo: string }
  | { invitation: InvitationFault };

/** What a browser that comes back from the provider brings along. */
export interface BrowserHere {
  signInSecret: string | undefined;
  sessionSecret: string | undefined;
  /** What it is, in words for its owner. */
  device: string | null;
}

/** Finishes a sign-in: checks the provider's answer against what was begun, finds the person, and makes a new session. */
export async function finishSignIn(
  deps: Deps,
  provider: Provider,
  answer: URLSearchParams,
  browser: BrowserHere,
): Promise<Outcome> {
  const state = answer.get('state');
  const begun = state ? await takeSignIn(deps, state, browser.signInSecret) : undefined;
  if (!state || !begun) return { signIn: 'ogiltig', returnTo: '/' };
  const { returnTo, invitationHash } = begun;
  if (answer.has('error')) return { signIn: 'avbruten', returnTo };

  const url = new URL(deps.settings.origin + CALLBACK_PATH);
  url.search = answer.toString();
  const claims = await claimsFrom(await provider(), url, state, begun);
  if (typeof claims === 'string') return { signIn: claims, returnTo };
  const identity = { issuer: claims.iss, subject: claims.sub };

  const known = await signInKnown(deps, identity, returnTo, browser);
  if (known) return known;
  if (!invitationHash) return { invitation: 'saknas' };
  const invitation = await findInvitationByHash(deps, invitationHash);
  if (invitation.state !== 'valid') return { invitation: faultOf(invitation.state) };
  const secret = await redeemInvitation(deps, invitation, identity, browser);
  if (secret) return { secret, returnTo };
  // Someone was first. If it was the same person, by a double click, they are known by now.
  return (await signInKnown(deps, identity, returnTo, browser)) ?? { invitation: 'anvand' };
}

export function faultOf(state: 'unknown' | 'used' | 'expired'): InvitationFault {
  return ({ unknown: 'ogiltig', used: 'anvand', expired: 'utgangen' } as const)[state];
}

/** A new session for someone whose identity is bound; the browser's earlier one ends with the same write. */
async function signInKnown(
  deps: Deps,
  identity: { issuer: string; subject: string },
  returnTo: string,
  { sessionSecret, device }: BrowserHere,
): Promise<Outcome | undefined> {
  const person = await personByIdentity(deps, identity.issuer, identity.subject);
  if (!person) return undefined;
  if (!person.active) return { invitation: 'avslutad' };
  const { secret, write } = newSession(deps, person.id, person.generation, device);
  await deps.table.transact([write, ...(sessionSecret ? [endSessionWrite(sessionSecret)] : [])]);
  return { secret, returnTo };
}

async function claimsFrom(
  configuration: openId.Configuration,
  url: URL,
  expectedState: string,
  begun: { nonce: string; codeVerifier: string },
): Promise<openId.IDToken | SignInFault> {
  try {
    const tokens = await openId.authorizationCodeGrant(configuration, url, {
      expectedState,
      expectedNonce: begun.nonce,
      pkceCodeVerifier: begun.codeVerifier,
      idTokenExpected: true,
    });
    return tokens.claims() ?? 'ogiltig';
  } catch (error) {
    const reason =
      error instanceof openId.ClientError || error instanceof openId.ResponseBodyError ? error.code : undefined;
    console.warn(JSON.stringify({ level: 'warn', event: 'signInRefused', reason: reason ?? 'unreachable' }));
    return error instanceof TypeError || reason === 'OAUTH_TIMEOUT' ? 'otillganglig' : 'ogiltig';
  }
}
