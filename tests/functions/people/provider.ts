import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

/** A real OpenID provider on a free loopback port, where whoever comes is signed in as the subject they name. */
export interface TestProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Follows an authorization request as a browser would and returns the address that the provider sends it back to. */
  authorize(address: string, subject: string): Promise<URL>;
  stop(): Promise<void>;
}

const clientId = 'insatskollen';
const clientSecret = 'a secret between the test and its provider';

export async function startProvider(origin: string): Promise<TestProvider> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const provider = providerAt(issuer, origin);
  const answer = provider.callback();

  server.on('request', (request, response) => {
    const uid = /^\/interaction\/([\w-]+)$/.exec(request.url ?? '')?.[1];
    if (!uid) {
      void answer(request, response);
      return;
    }
    const accountId = String(request.headers['x-subject']);
    void provider.interactionFinished(request, response, { login: { accountId } }, { mergeWithLastSubmission: false });
  });

  return {
    issuer,
    clientId,
    clientSecret,
    async authorize(start, subject) {
      const cookies = new Map<string, string>();
      let next = new URL(start);
      for (let hops = 0; next.origin === issuer && hops < 10; hops++) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const page = await fetch(next, { redirect: 'manual', headers: { cookie, 'x-subject': subject } });
        for (const line of page.headers.getSetCookie()) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          if (name !== undefined && value !== undefined) cookies.set(name, value);
        }
        const location = page.headers.get('location');
        if (!location) throw new Error(`the provider answered ${page.status}: ${await page.text()}`);
        next = new URL(location, next);
      }
      return next;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function providerAt(issuer: string, origin: string): Provider {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return new Provider(issuer, {
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
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: 'anna@almi.example', email_verified: true }),
    }),
    async loadExistingGrant({ oidc }) {
      const { client, session } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
}
