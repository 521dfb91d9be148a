import type { IncomingMessage, ServerResponse } from 'node:http';

/** How a request came here is for this server's configuration to say, so whatever a client or a proxy says of it goes. */
export function setForwarded(incoming: IncomingMessage, origin: URL): void {
  for (const name of Object.keys(incoming.headers)) {
    if (name.startsWith('x-forwarded-') || name.startsWith('x-amzn-') || name === 'forwarded')
      delete incoming.headers[name];
  }
  incoming.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
  incoming.headers['x-forwarded-host'] = origin.host;
}

/** What every answer says to the browser, unless the page or the API says something else. */
export function setSecurityHeaders(outgoing: ServerResponse, origin: URL, forApi: boolean): void {
  outgoing.setHeader('x-content-type-options', 'nosniff');
  outgoing.setHeader('x-frame-options', 'DENY');
  outgoing.setHeader('referrer-policy', 'same-origin');
  outgoing.setHeader('cross-origin-opener-policy', 'same-origin');
  outgoing.setHeader('cross-origin-resource-policy', 'same-origin');
  outgoing.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  if (origin.protocol === 'https:')
    outgoing.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains');
  if (!forApi) return;
  outgoing.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  outgoing.setHeader('cache-control', 'no-store');
}
