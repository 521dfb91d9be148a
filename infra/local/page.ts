import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** HTML that may be sent as it is: everything that was put into it is escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[];

/** A piece of a page; whatever is put into it is text, unless it is a piece of a page itself. */
export function html(pieces: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(pieces.map((piece, at) => piece + (at < parts.length ? written(parts[at] ?? '') : '')).join(''));
}

function written(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return String(part).replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const style = `
:root { color-scheme: light dark; --paper: light-dark(#fcfbf8, #141816); --ink: light-dark(#18211d, #e9ece7);
  --soft: light-dark(#4a554f, #b0bab3); --line: light-dark(#dcdbd2, #343c37); --edge: light-dark(#6f7a74, #88938c);
  --action: light-dark(#14523c, #86d0ac); --action-soft: light-dark(#e3eee8, #1d3329); --on-action: light-dark(#fff, #0c2219);
  --wrong: light-dark(#ab2418, #ff9d91); --focus: light-dark(#1547c0, #a9c4ff); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 112.5%/1.5 'Source Sans 3', 'Segoe UI', Roboto, Arial, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: clamp(1.5rem, 6vw, 4rem) 1rem; }
h1 { font-size: clamp(1.667rem, 1.35rem + 1.5vw, 2.222rem); line-height: 1.22; margin: 0 0 1rem; }
h2 { font-size: 1.333rem; line-height: 1.22; margin: 2.5rem 0 .5rem; }
p { margin: 0 0 1rem; max-width: 65ch; }
ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
li { border-bottom: 1px solid var(--line); }
a { color: var(--action); }
.brand { font-weight: 600; margin-bottom: 2rem; }
.soft { color: var(--soft); font-size: .889rem; }
.wrong { color: var(--wrong); font-weight: 600; }
.row { display: block; width: 100%; min-height: 44px; padding: .75rem .5rem; border: 0; background: none; color: inherit; font: inherit; text-align: left; text-decoration: none; cursor: pointer; }
.row:hover { background: var(--action-soft); }
.row strong { display: block; color: var(--action); font-weight: 600; text-decoration: underline; text-underline-offset: .15em; }
.row span { display: block; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
input { width: 100%; max-width: 24rem; min-height: 44px; padding: .5rem .75rem; border: 1px solid var(--edge); border-radius: 3px; background: var(--paper); color: inherit; font: inherit; }
.act { min-height: 44px; margin-top: 1rem; padding: .5rem 1.25rem; border: 0; border-radius: 3px; background: var(--action); color: var(--on-action); font: inherit; font-weight: 600; cursor: pointer; }
.quiet { border: 1px solid var(--edge); background: none; color: inherit; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border-top: 1px solid var(--line); padding-top: 1rem; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

export interface Page {
  language: 'sv' | 'en';
  title: string;
  body: Html;
  status?: number;
  /** Where its forms may lead, besides back here. */
  formsLeadTo?: string;
}

/** Sends a whole page of the local pieces: plain HTML without a script, that nobody keeps, and that no page may frame. */
export function sendPage(
  outgoing: ServerResponse,
  { language, title, body, status = 200, formsLeadTo = '' }: Page,
): void {
  outgoing.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; img-src data:; style-src 'sha256-${styleHash}'; form-action 'self' ${formsLeadTo}; frame-ancestors 'none'; base-uri 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  outgoing.end(`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${written(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<p class="brand">Insatskollen</p>
${body.text}
</main>
</body>
</html>
`);
}
