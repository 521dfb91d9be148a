import { deviceOf } from '@insatskollen/shared/people/device.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Context, Hono } from 'hono';
import * as openId from 'openid-client';
import type { Deps } from '../deps.ts';
import { noStore, type Env } from '../http/endpoint.ts';
import { TableAway } from '../table/retry.ts';
import { limitByAddress } from './authenticate.ts';
import { CALLBACK_PATH, faultOf, finishSignIn, type InvitationFault, type SignInFault } from './callback.ts';
import {
  clearSessionCookie,
  readSessionCookie,
  readSignInCookie,
  writeSessionCookie,
  writeSignInCookie,
} from './cookies.ts';
import { refuseCrossSite } from './crossSite.ts';
import { findInvitation } from './invitations.ts';
import { providerOf, ProviderAway } from './provider.ts';
import { localPath } from './returnTo.ts';
import { newSecret } from './secrets.ts';
import { endSessionWrite, extendSession, findSession } from './sessions.ts';
import { rememberSignIn } from './signInsUnderWay.ts';

const SIGN_IN_PAGE = '/logga-in';
const INVITATION_PAGE = '/inbjudan';

/** Sign-in and sign-out under `/api/auth`. Answers are redirects to pages, since a browser and not a program comes here. */
export function mountSignIn(app: Hono<Env>, deps: Deps): void {
  const provider = providerOf(deps.settings);
  const { origin } = deps.settings;

  app.use('/api/auth/*', async (c, next) => {
    await next();
    c.header('cache-control', noStore['cache-control']);
    c.header('referrer-policy', 'no-referrer'); // an invitation's address is a secret
  });
  const limited = limitByAddress(deps);

  app.get('/api/auth/sign-in', limited, (c) => begin(c, localPath(c.req.query('returnTo'), origin), undefined));

  app.get('/api/auth/invitation', limited, async (c) => {
    const invitation = await findInvitation(deps, c.req.query('code') ?? '');
    return invitation.state === 'valid'
      ? begin(c, '/', invitation.hash)
      : toInvitationPage(c, faultOf(invitation.state));
  });

  app.get(CALLBACK_PATH, limited, async (c) => {
    const answer = new URL(c.req.url).searchParams;
    const browser = {
      signInSecret: readSignInCookie(c, deps.settings),
      sessionSecret: readSessionCookie(c, deps.settings),
      device: deviceOf(c.req.header('user-agent')),
    };
    const outcome = await orAway(() => finishSignIn(deps, provider, answer, browser));
    if (outcome === 'away') return toSignInPage(c, 'otillganglig', '/');
    if ('invitation' in outcome) return toInvitationPage(c, outcome.invitation);
    if ('signIn' in outcome) return toSignInPage(c, outcome.signIn, outcome.returnTo);
    writeSessionCookie(c, deps.settings, outcome.secret);
    return c.redirect(origin + outcome.returnTo);
  });

  app.post('/api/auth/sign-out', async (c) => {
    refuseCrossSite(c, origin);
    const secret = readSessionCookie(c, deps.settings);
    if (secret) await deps.table.transact([endSessionWrite(secret)]);
    clearSessionCookie(c, deps.settings);
    return c.redirect(await afterSignOut(), 303);
  });

  app.get('/api/auth/session', async (c) => c.json(limitsOf((await currentSession(c)).session)));

  app.post('/api/auth/extend', async (c) => {
    const { session } = await currentSession(c);
    refuseCrossSite(c, origin);
    const extended = await extendSession(deps, session);
    if (!extended) throw new Refused('notSignedIn');
    return c.json(limitsOf(extended));
  });

  /** Sends the browser to the provider. The cookie is kept while several tabs sign in at once: each has its own state. */
  async function begin(c: Context<Env>, returnTo: string, invitationHash: string | undefined): Promise<Response> {
    const browserSecret = readSignInCookie(c, deps.settings) ?? newSecret();
    const state = newSecret();
    const nonce = newSecret();
    const codeVerifier = openId.randomPKCECodeVerifier();
    const configuration = await orAway(async () => {
      const found = await provider();
      await rememberSignIn(deps, { state, browserSecret, nonce, codeVerifier, returnTo, invitationHash });
      return found;
    });
    if (configuration === 'away') return toSignInPage(c, 'otillganglig', returnTo);
    writeSignInCookie(c, deps.settings, browserSecret);
    const address = openId.buildAuthorizationUrl(configuration, {
      redirect_uri: origin + CALLBACK_PATH,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await openId.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return c.redirect(address.href);
  }

  async function currentSession(c: Context<Env>) {
    const secret = readSessionCookie(c, deps.settings);
    const found = secret && (await findSession(deps, secret));
    if (!found) throw new Refused('notSignedIn');
    return found;
  }

  async function afterSignOut(): Promise<string> {
    const configuration = await orAway(provider);
    if (configuration === 'away' || !configuration.serverMetadata().end_session_endpoint) return origin + SIGN_IN_PAGE;
    // Cognito's log-out knows the address to come back to by another name than OpenID's; each passes over the other's.
    const back = { post_logout_redirect_uri: origin + SIGN_IN_PAGE, logout_uri: origin + SIGN_IN_PAGE };
    return openId.buildEndSessionUrl(configuration, back).href;
  }

  function toSignInPage(c: Context<Env>, fel: SignInFault, returnTo: string): Response {
    const query = new URLSearchParams({ fel, ...(returnTo === '/' ? {} : { returnTo }) });
    return c.redirect(`${origin}${SIGN_IN_PAGE}?${query.toString()}`);
  }

  function toInvitationPage(c: Context<Env>, fel: InvitationFault): Response {
    return c.redirect(`${origin}${INVITATION_PAGE}${fel === 'saknas' ? '' : `?fel=${fel}`}`);
  }
}

const limitsOf = ({ idleEndsAt, absoluteEndsAt }: { idleEndsAt: string; absoluteEndsAt: string }) => ({
  idleEndsAt,
  absoluteEndsAt,
});

/** `'away'` when the provider or the table does not answer: a page says so, rather than a problem document. */
async function orAway<T>(attempt: () => Promise<T>): Promise<T | 'away'> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof ProviderAway || error instanceof TableAway) return 'away';
    throw error;
  }
}
