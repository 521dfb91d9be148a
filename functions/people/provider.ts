import * as openId from 'openid-client';
import type { Settings } from '../deps.ts';

const TIMEOUT_SECONDS = 5;
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The sign-in service does not answer, or not as it should. */
export class ProviderAway extends Error {}

export type Provider = () => Promise<openId.Configuration>;

/** The OpenID provider of the settings, found when it is first needed and remembered from then on. Throws `ProviderAway`. */
export function providerOf(settings: Settings): Provider {
  let found: Promise<openId.Configuration> | undefined;
  return () => {
    found ??= discover(settings).catch((error: unknown) => {
      found = undefined;
      throw new ProviderAway('the sign-in service does not answer', { cause: error });
    });
    return found;
  };
}

async function discover({
  stage,
  openId: { issuer, clientId, clientSecret },
}: Settings): Promise<openId.Configuration> {
  const server = new URL(issuer);
  // Without TLS only on one's own machine; anywhere else the library refuses.
  const insecure = stage === 'local' && server.protocol === 'http:' && loopback.has(server.hostname);
  return openId.discovery(server, clientId, clientSecret, openId.ClientSecretBasic(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    execute: [openId.enableNonRepudiationChecks, ...(insecure ? [openId.allowInsecureRequests] : [])],
  });
}
