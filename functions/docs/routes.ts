import type { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import type { Env } from '../http/endpoint.ts';
import { openApiDocument } from './openApi.ts';
import { docsPage, docsStyle } from './page.ts';

const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The description of the API: for programs, and as a page. Nothing in it is secret. */
export function mountDocs(app: Hono<Env>, deps: Deps): void {
  let document: Record<string, unknown> | undefined;
  app.get('/api/openapi.json', (c) => c.json((document ??= openApiDocument(deps.settings.origin))));
  app.get('/api/docs', (c) =>
    c.html(docsPage(c.get('language'), deps.settings.origin), 200, { 'content-security-policy': policy }),
  );
  app.get('/api/docs.css', (c) => c.body(docsStyle, 200, { 'content-type': 'text/css; charset=utf-8' }));
}
