import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageOf } from '@insatskollen/functions/http/language.ts';
import { html, sendPage, type Html } from '../page.ts';
import type { Letter } from './catcher.ts';

const texts = {
  sv: {
    title: 'E-post från Insatskollen',
    lead: 'Här hamnar allt som skickas på den här datorn. Inget når någon annan, och listan töms när Insatskollen avslutas.',
    none: 'Inget har skickats än.',
    to: 'Till',
    from: 'Från',
    noSubject: 'Utan ämne',
    back: 'Alla brev',
    gone: 'Brevet finns inte kvar.',
    asHtml: 'Visa som e-postprogram gör',
  },
  en: {
    title: 'E-mail from Insatskollen',
    lead: 'Everything sent on this computer ends up here. None of it reaches anyone else, and the list is emptied when Insatskollen stops.',
    none: 'Nothing has been sent yet.',
    to: 'To',
    from: 'From',
    noSubject: 'No subject',
    back: 'All letters',
    gone: 'The letter is no longer here.',
    asHtml: 'Show as mail programs do',
  },
} as const;

/** Answers for the pages where caught letters are read: `/` the list, `/<id>` one letter. */
export function answerMailPages(letters: readonly Letter[], incoming: IncomingMessage, outgoing: ServerResponse): void {
  const language = languageOf(incoming.headers['accept-language']);
  const t = texts[language];
  const path = incoming.url ?? '/';
  const send = (title: string, body: Html, status = 200) =>
    sendPage(outgoing, { language, title: `${title} – Insatskollen`, body, status });
  if (path === '/') return send(t.title, list(letters, language));
  const letter = letters.find(({ id }) => path === `/${id}` || path === `/${id}/html`);
  if (letter?.html !== undefined && path.endsWith('/html')) return sendAsSent(outgoing, letter.html);
  const back = html`<p><a href="/">${t.back}</a></p>`;
  if (!letter)
    return send(
      t.gone,
      html`<h1>${t.gone}</h1>
        ${back}`,
      404,
    );
  const subject = letter.subject || t.noSubject;
  return send(
    subject,
    html`${back}
      <h1>${subject}</h1>
      <p class="soft">${t.from}: ${letter.from}<br />${t.to}: ${letter.to}<br />${timeOf(letter)}</p>
      ${letter.html === undefined ? html`` : html`<p><a href="/${letter.id}/html">${t.asHtml}</a></p>`}
      <pre>${withLinks(letter.text)}</pre>`,
  );
}

/** A letter's own HTML, which may do nothing: no script, nothing fetched, no forms. */
function sendAsSent(outgoing: ServerResponse, text: string): void {
  outgoing.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  outgoing.end(text);
}

function list(letters: readonly Letter[], language: 'sv' | 'en'): Html {
  const t = texts[language];
  const rows = letters.map(
    (letter) =>
      html`<li>
        <a class="row" href="/${letter.id}">
          <strong>${letter.subject || t.noSubject}</strong>
          <span class="soft">${t.to}: ${letter.to}, ${timeOf(letter)}</span>
        </a>
      </li>`,
  );
  return html`<h1>${t.title}</h1>
    <p>${t.lead}</p>
    ${
      rows.length > 0
        ? html`<ul>
            ${rows}
          </ul>`
        : html`<p>${t.none}</p>`
    }`;
}

/** Date and time as Sweden writes them. */
const timeOf = ({ at }: Letter): string =>
  at
    .toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'short' })
    .replace(/(\d\d):(\d\d)$/, '$1.$2');

/** The text with its web addresses made links. */
function withLinks(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"')\]]+)/)
    .map((piece, at) => (at % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : html`${piece}`));
}
