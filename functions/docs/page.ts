import { refusals } from '@insatskollen/shared/refusals.ts';
import { html } from 'hono/html';
import { declaredEndpoints } from '../http/endpoint.ts';
import { PUBLIC_PATH, publicEndpoints } from '../publications/publicEndpoints.ts';

const example = `let
  Source = Json.Document(Web.Contents("https://…/api/v1/exports/feed/figures.json?from=2026&to=2026",
    [Headers = [Authorization = "Bearer …"]])),
  Rows = Table.FromRecords(Source[value])
in
  Rows`;

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
  const forAnyone = publicEndpoints.map(
    ({ path, summary }) =>
      html`<tr>
        <td><code>GET</code></td>
        <td><code>${PUBLIC_PATH}${path}</code></td>
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
          <h2>${sv ? 'För alla, utan inloggning' : 'For anyone, without signing in'}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">${sv ? 'Metod' : 'Method'}</th>
                <th scope="col">${sv ? 'Adress' : 'Path'}</th>
                <th scope="col" lang="en">${sv ? 'Gör' : 'Does'}</th>
              </tr>
            </thead>
            <tbody lang="en">
              ${forAnyone}
            </tbody>
          </table>
          <h2>${sv ? 'I Excel och Power BI' : 'In Excel and Power BI'}</h2>
          <p>
            ${
              sv
                ? 'Skapa en nyckel som bara läser på din kontosida. Hämta sedan data från webben, och lägg nyckeln i huvudet Authorization. I Power Query:'
                : 'Make a token that only reads on your account page. Then get data from the web, with the token in the header Authorization. In Power Query:'
            }
          </p>
          <pre><code>${example}</code></pre>
          <p>
            ${
              sv
                ? 'En rad är ett mått i ett område, eller en del av det; summera bara rader där dimension är tom.'
                : 'A row is an indicator in an area, or a part of it; add up only rows where dimension is blank.'
            }
          </p>
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
