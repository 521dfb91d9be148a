import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { interactionPolicy, Provider, type KoaContextWithOIDC } from 'oidc-provider';
import type { DemoPerson } from '../people.ts';

export interface ProviderSettings {
  issuer: string;
  /** Address of the product, the only client. */
  origin: string;
  clientId: string;
  clientSecret: string;
  people: readonly DemoPerson[];
  /** Shows that a request cannot be answered. */
  sendFault: (incoming: IncomingMessage, outgoing: ServerResponse) => void;
}

const SECONDS = {
  Interaction: 3600,
  Session: 3600,
  Grant: 3600,
  AccessToken: 300,
  IdToken: 300,
  AuthorizationCode: 60,
};

/** How an identity of one's own may be written: never as anyone of the demo is. */
export const isOwnIdentity = (text: string): boolean => /^[\p{L}\p{N}._@-]{1,100}$/u.test(text);

/** The OpenID provider of one machine. Its keys are made as it starts, and it forgets everything when it ends. */
export function createProvider(settings: ProviderSettings): Provider {
  const { issuer, origin, clientId, clientSecret, people, sendFault } = settings;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${origin}/api/auth/callback`],
        post_logout_redirect_uris: [`${origin}/logga-in`],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kty: 'EC', alg: 'ES256', use: 'sig' }] },
    // Cookies ignore ports: names of its own keep this apart from anything else on the machine.
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: 'oidc-session', interaction: 'oidc-interaction', resume: 'oidc-resume' },
    },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { policy: alwaysAsk(), url: (_, interaction) => `/person/${interaction.uid}` },
    ttl: SECONDS,
    renderError: (context) => {
      context.respond = false;
      sendFault(context.req, context.res);
    },
    findAccount: (_, subject) => {
      const person = people.find((one) => one.subject === subject);
      if (!person && !isOwnIdentity(subject)) return undefined;
      return {
        accountId: subject,
        claims: () => ({ sub: subject, ...(person ? { email: person.email, name: person.name } : {}) }),
      };
    },
    async loadExistingGrant({ oidc }) {
      const { client, session } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  signOutWithoutAsking(provider);
  return provider;
}

/** Who one is, is asked at each sign-in, so that one can be someone else the next time. */
function alwaysAsk(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy
    .get('login')
    ?.checks.add(
      new Check('choose_person', 'who one is, is asked each time', ({ oidc }) =>
        oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  return policy;
}

/** Leads straight back to the product, which has asked: the library's own page would ask again, and needs JavaScript where there is no session. */
function signOutWithoutAsking(provider: Provider): void {
  provider.use(async (context: KoaContextWithOIDC, next: () => Promise<void>) => {
    await next();
    if (context.status !== 200 || !('oidc' in context) || context.oidc.route !== 'end_session') return;
    const { session, params } = context.oidc;
    const back = params?.['post_logout_redirect_uri'];
    if (typeof back !== 'string') return;
    await session?.destroy();
    context.cookies.set(provider.cookieName('session'), null);
    context.redirect(back);
  });
}
