import type { Api } from '../server/apiAdapter.ts';
import type { Pages } from '../server/pages.ts';
import { languageOf } from '@insatskollen/functions/http/language.ts';
import { html, sendPage } from './page.ts';

const WAIT_SECONDS = 2;

/** The front door before there is anything behind it: the port is ours at once, and everyone is told to wait. */
export const apiStartingUp: Api = () =>
  new Response(JSON.stringify({ type: 'about:blank', title: 'Insatskollen startar', status: 503, code: 'starting' }), {
    status: 503,
    headers: { 'content-type': 'application/problem+json', 'retry-after': String(WAIT_SECONDS) },
  });

export const pagesStartingUp: Pages = (incoming, outgoing) => {
  const language = languageOf(incoming.headers['accept-language']);
  const title = language === 'en' ? 'Insatskollen is starting' : 'Insatskollen startar';
  const lead =
    language === 'en' ? 'This page opens by itself in a moment.' : 'Den här sidan öppnas av sig själv om en stund.';
  outgoing.setHeader('refresh', WAIT_SECONDS);
  outgoing.setHeader('retry-after', WAIT_SECONDS);
  sendPage(outgoing, {
    language,
    title,
    body: html`<h1>${title}</h1>
      <p>${lead}</p>`,
    status: 503,
  });
};
