import { refusals } from '@insatskollen/shared/refusals.ts';
import { html } from 'hono/html';
import { declaredEndpoints } from '../http/endpoint.ts';
import { PUBLIC_PATH, publicEndpoints } from '../publications/publicEndpoints.ts';
import { examples } from './examples.ts';
import { screens } from './screens.ts';

type Language = 'sv' | 'en';
const words = {
  sv: {
    lead: 'Allt som står på sidorna går att hämta, och det mesta att ändra, med en nyckel från din kontosida. Skicka den som Authorization: Bearer. Tal är text, så att inga decimaler går förlorade.',
    machine: 'Beskrivning för program',
    examples: 'Exempel',
    screens: 'Siffrorna på sidorna',
    same: 'Samma val ger samma siffror, här som på sidan.',
    page: 'Sida',
    address: 'Adress',
    endpoints: 'Alla adresser',
    public: 'För alla, utan inloggning',
    refusals: 'Avslag',
    means: 'Betyder',
    contents: 'Innehåll',
  },
  en: {
    lead: 'Everything on the pages can be fetched, and most of it changed, with a token from your account page. Send it as Authorization: Bearer. Numbers are text, so that no decimal is lost.',
    machine: 'Description for programs',
    examples: 'Examples',
    screens: 'The figures on the pages',
    same: 'The same choices give the same figures, here as on the page.',
    page: 'Page',
    address: 'Path',
    endpoints: 'All endpoints',
    public: 'For anyone, without signing in',
    refusals: 'Refusals',
    means: 'Means',
    contents: 'Contents',
  },
} as const;
const sections = ['examples', 'screens', 'endpoints', 'public', 'refusals'] as const;

/** A page with examples, which address has which page's figures, every endpoint and every refusal, without scripts or outside resources. */
export function docsPage(language: Language, origin: string) {
  const t = words[language];
  const groups = [...Map.groupBy(declaredEndpoints(), ({ path }) => path.split('/')[1] ?? '')];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>API – Insatskollen</title>
        <link rel="stylesheet" href="/api/docs.css" />
      </head>
      <body>
        <main>
          <h1>Insatskollen API</h1>
          <p>${t.lead}</p>
          <nav aria-label="${t.contents}">
            <ul>
              ${sections.map((id) => html`<li><a href="#${id}">${t[id]}</a></li>`)}
              <li><a href="/api/openapi.json">${t.machine} (OpenAPI 3.1)</a></li>
            </ul>
          </nav>
          <h2 id="examples">${t.examples}</h2>
          ${examples(origin).map(
            ({ title, text, code, after }) =>
              html`<h3>${title[language]}</h3>
                <p>${text[language]}</p>
                <pre tabindex="0"><code>${code}</code></pre>
                ${after ? html`<p>${after[language]}</p>` : ''}`,
          )}
          <h2 id="screens">${t.screens}</h2>
          <p>${t.same}</p>
          <dl>
            ${screens.map(
              ({ page, address }) =>
                html`<dt>${page[language]}</dt>
                  <dd><code>/api/v1${address}</code></dd>`,
            )}
          </dl>
          <h2 id="endpoints">${t.endpoints}</h2>
          ${groups.map(
            ([name, endpoints]) =>
              html`<h3 id="at-${name}">${name}</h3>
                <dl lang="en">
                  ${endpoints.map(({ method, path, summary }) => line(method, `/api/v1${path}`, summary))}
                </dl>`,
          )}
          <h2 id="public">${t.public}</h2>
          <dl lang="en">${publicEndpoints.map(({ path, summary }) => line('get', PUBLIC_PATH + path, summary))}</dl>
          <h2 id="refusals">${t.refusals}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">code</th>
                <th scope="col">status</th>
                <th scope="col">${t.means}</th>
              </tr>
            </thead>
            <tbody>
              ${Object.entries(refusals).map(
                ([code, { status, ...text }]) =>
                  html`<tr id="${code}">
                    <td><code>${code}</code></td>
                    <td>${status}</td>
                    <td>${text[language]}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </main>
      </body>
    </html>`;
}

const line = (method: string, path: string, summary: string) =>
  html`<dt><code>${method.toUpperCase()}</code> <code>${path}</code></dt>
    <dd>${summary}</dd>`;

/** A stylesheet of its own address: the content security policy allows no styles in the page. */
export const docsStyle = `
:root { color-scheme: light dark; font: 18px/1.5 'Source Sans 3', system-ui, sans-serif; }
body { margin: 0; color: light-dark(#18211d, #e9ece7); background: light-dark(#fcfbf8, #141816); }
a { color: light-dark(#14523c, #86d0ac); text-underline-offset: 0.2em; }
main { max-inline-size: 56rem; margin-inline: auto; padding: 1.5rem 1rem; overflow-wrap: anywhere; }
p { max-inline-size: 65ch; }
h2 { margin-block: 3rem 0.5rem; }
h3 { margin-block: 2rem 0.25rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; list-style: none; padding: 0; }
dt { margin-block-start: 0.75rem; }
dd { margin-inline-start: 0; }
dl[lang] dd { padding-inline-start: 1rem; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 1rem 0.4rem 0; border-block-end: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
code { font-size: 0.9em; }
pre { overflow-x: auto; padding: 0.75rem 1rem; border-inline-start: 4px solid color-mix(in srgb, currentColor 30%, transparent); overflow-wrap: normal; }
tr:target { outline: 3px solid currentColor; }
`;
