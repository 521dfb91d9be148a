import { refusals } from '@insatskollen/shared/refusals.ts';
import { html } from 'hono/html';
import { declaredEndpoints } from '../http/endpoint.ts';

/** A page that lists every endpoint and every refusal, without scripts or outside resources. */
export function docsPage(language: 'sv' | 'en') {
  const sv = language === 'sv';
  const endpoints = declaredEndpoints().map(
    ({ method, path, summary }) =>
      html`<tr>
        <td><code>${method.toUpperCase()}</code></td>
        <td><code>/api/v1${path}</code></td>
        <td>${summary}</td>
      </tr>`,
  );
  const codes = Object.entries(refusals).map(
    ([code, { status, ...text }]) =>
      html`<tr id="${code}">
        <td><code>${code}</code></td>
        <td>${status}</td>
        <td>${text[language]}</td>
      </tr>`,
  );
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${sv ? 'API – Insatskollen' : 'API – Insatskollen'}</title>
        <link rel="stylesheet" href="/api/docs.css" />
      </head>
      <body>
        <main>
          <h1>Insatskollen API</h1>
          <p>
            ${sv ? 'Beskrivningen i maskinläsbar form finns i' : 'The machine-readable description is'}
            <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).
            ${
              sv
                ? 'Skicka nyckeln som Authorization: Bearer. Decimaltal är text.'
                : 'Send the token as Authorization: Bearer. Decimals are strings.'
            }
          </p>
          <h2>${sv ? 'Adresser' : 'Endpoints'}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">${sv ? 'Metod' : 'Method'}</th>
                <th scope="col">${sv ? 'Adress' : 'Path'}</th>
                <th scope="col" lang="en">${sv ? 'Gör' : 'Does'}</th>
              </tr>
            </thead>
            <tbody lang="en">
              ${endpoints}
            </tbody>
          </table>
          <h2>${sv ? 'Avslag' : 'Refusals'}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">code</th>
                <th scope="col">status</th>
                <th scope="col">${sv ? 'Betyder' : 'Means'}</th>
              </tr>
            </thead>
            <tbody>
              ${codes}
            </tbody>
          </table>
        </main>
      </body>
    </html>`;
}

/** A stylesheet of its own address: the content security policy allows no styles in the page. */
export const docsStyle = `
:root { color-scheme: light dark; font: 18px/1.5 'Source Sans 3', system-ui, sans-serif; }
main { max-width: 60rem; margin-inline: auto; padding: 1.5rem; }
table { border-collapse: collapse; inline-size: 100%; display: block; overflow-x: auto; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 1rem 0.4rem 0; border-block-end: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
code { font-size: 0.9em; }
tr:target { outline: 3px solid currentColor; }
`;
