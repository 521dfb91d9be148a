import { kindAndPlace } from '@insatskollen/shared/failure.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressOfConnection, type AddressOf } from './address.ts';
import { answerWithApi, type Api } from './apiAdapter.ts';
import { setForwarded, setSecurityHeaders } from './headers.ts';
import { close, listen, portOf } from './listen.ts';
import { LARGEST_FORM_BYTES, type Pages } from './pages.ts';
import { refuse } from './refuse.ts';

declare module 'node:http' {
  interface IncomingMessage {
    /** The API in process, for the pages: never over the network. */
    api?: (request: Request) => Promise<Response>;
  }
}

export interface ServerSettings {
  /** Address that people use: all that answers say of where they are comes from here and not from the request. */
  origin: string;
  port: number;
  /** Addresses to listen on. One that this machine does not have is left out, if another can be had. */
  hosts: string[];
  addressOf?: AddressOf;
  /** Sends a browser that asks for a page by another name to the right one: its cookies would not follow it. */
  onlyThisHost?: boolean;
}

export interface RunningServer {
  port: number;
  /** Takes no more, finishes what is under way, and cuts off what has not finished in time. */
  stop(withinMs: number): Promise<void>;
}

const LARGEST_BODY_BYTES = 20 * 1024 * 1024;

/** The one front door: `/api` to the API, everything else to the pages. */
export async function startServer(api: Api, pages: Pages, settings: ServerSettings): Promise<RunningServer> {
  const origin = new URL(settings.origin);
  const addressOf = settings.addressOf ?? addressOfConnection;
  let stopping = false;

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (stopping) outgoing.setHeader('connection', 'close');
    const path = incoming.url ?? '';
    const forApi = isForApi(incoming);
    const beside = { address: addressOf(incoming) };
    setSecurityHeaders(outgoing, origin, forApi);
    const refusal = refusalBefore(incoming, forApi);
    if (refusal) return refuse(outgoing, ...refusal, forApi);
    if (settings.onlyThisHost && isPageView(incoming) && incoming.headers.host !== origin.host) {
      outgoing.setHeader('location', settings.origin + path);
      return refuse(outgoing, 307, 'Sidan finns på en annan adress.');
    }
    setForwarded(incoming, origin);
    if (forApi) return answerWithApi(api, settings.origin, beside, incoming, outgoing);
    incoming.api = async (request) => api(request, beside);
    await pages(incoming, outgoing, () => refuse(outgoing, 404, 'Sidan finns inte.'));
  }

  function listener(incoming: IncomingMessage, outgoing: ServerResponse): void {
    answer(incoming, outgoing).catch((error: unknown) => {
      const { name, place } = kindAndPlace(error);
      console.error(JSON.stringify({ level: 'error', event: 'server', name, place, method: incoming.method }));
      if (outgoing.headersSent) outgoing.destroy();
      else refuse(outgoing, 500, 'Något gick fel i tjänsten.', isForApi(incoming));
    });
  }

  const servers = await listen(settings.hosts, settings.port, listener);
  return {
    port: portOf(servers[0]),
    async stop(withinMs) {
      stopping = true;
      const cut = setTimeout(() => servers.forEach((server) => server.closeAllConnections()), withinMs);
      // A connection whose last answer began before now stays open when that is done.
      const idle = setInterval(() => servers.forEach((server) => server.closeIdleConnections()), 50);
      await Promise.all(servers.map(close));
      clearInterval(idle);
      clearTimeout(cut);
    },
  };
}

/** What neither the API nor the pages should have to read. */
function refusalBefore(incoming: IncomingMessage, forApi: boolean): [number, string] | undefined {
  const method = incoming.method ?? 'GET';
  if (!incoming.url?.startsWith('/') || !URL.canParse(incoming.url, 'http://localhost'))
    return [400, 'Adressen går inte att läsa.'];
  if (['TRACE', 'TRACK', 'CONNECT'].includes(method)) return [405, 'Så kan adressen inte användas.'];
  const length = incoming.headers['content-length'];
  if (Number(length ?? 0) > (forApi ? LARGEST_BODY_BYTES : LARGEST_FORM_BYTES))
    return [413, 'Det som skickades är för stort.'];
  // The pages cannot tell how large a body without a length will be until it is too late; no browser sends a form so.
  if (!forApi && incoming.headers['transfer-encoding'] !== undefined)
    return [411, 'Längden på det som skickas saknas.'];
  return undefined;
}

const isForApi = (incoming: IncomingMessage): boolean => /^\/api(?:[/?]|$)/.test(incoming.url ?? '');

const isPageView = (incoming: IncomingMessage): boolean =>
  (incoming.method === 'GET' || incoming.method === 'HEAD') &&
  (!isForApi(incoming) || incoming.url?.startsWith('/api/auth/') === true);
