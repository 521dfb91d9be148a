import { examples } from '@insatskollen/functions/docs/examples.ts';
import { screens } from '@insatskollen/functions/docs/screens.ts';
import { declaredEndpoints } from '@insatskollen/functions/http/endpoint.ts';
import { PUBLIC_PATH, publicEndpoints } from '@insatskollen/functions/publications/publicEndpoints.ts';
import { refusals } from '@insatskollen/shared/refusals.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';

const JsonSchema = z.record(z.string(), z.unknown());
const Content = z.record(z.string(), z.strictObject({ schema: JsonSchema }));
const ParameterSchema = z.strictObject({
  name: z.string().min(1),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  description: z.string().optional(),
  schema: JsonSchema,
});
const OperationSchema = z.strictObject({
  operationId: z.string().regex(/^[a-z][a-zA-Z]+$/),
  summary: z.string().min(1),
  /** Empty where anyone may ask. */
  security: z.tuple([]).optional(),
  tags: z.array(z.string().min(1)).min(1),
  parameters: z.array(ParameterSchema),
  requestBody: z.strictObject({ required: z.boolean(), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^(20[0-9]|default)$/),
    z.strictObject({ description: z.string().min(1), content: Content.optional() }),
  ),
});
const DocumentSchema = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.looseObject({ title: z.string().min(1), version: z.string().min(1) }),
  servers: z.array(z.strictObject({ url: z.url() })).min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  paths: z.record(
    z.string().regex(/^\/api\/(?:public\/)?v1\//),
    z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), OperationSchema),
  ),
  components: z.strictObject({
    schemas: z.record(z.string(), JsonSchema),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.enum(['http', 'apiKey']) })),
  }),
});
type Document = z.infer<typeof DocumentSchema>;

let house: DemoHouse;
let document: Document;
let operations: [name: string, path: string, operation: z.infer<typeof OperationSchema>][];
beforeAll(async () => {
  house = await openDemoHouse();
  document = DocumentSchema.parse(await (await house.fetch('/api/openapi.json')).json());
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): (typeof operations)[number] => [
      `${method} ${path}`,
      path,
      OperationSchema.parse(operation),
    ]),
  );
});

/** Every place in a document where something is referred to. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === '$ref' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  );
}

/** What answers with a file, and of what kind. */
const fileTypes = () =>
  new Map<string, readonly string[]>([
    ...declaredEndpoints().flatMap(({ method, path, answerType }) =>
      answerType === undefined ? [] : [[`${method} /api/v1${path}`, [answerType].flat()] as const],
    ),
    ...publicEndpoints.flatMap(({ path, answerType }) =>
      answerType === undefined ? [] : [[`get ${PUBLIC_PATH}${path}`, [answerType].flat()] as const],
    ),
  ]);

describe('the OpenAPI document', () => {
  test('holds every route of the contract’s part that is mounted, and no other', () => {
    const mounted = house.app.routes
      // A feed is asked for by a calendar, which knows its address and nothing else: no operation of the API.
      .filter(({ method, path }) => method !== 'ALL' && /\/v1\//.test(path) && !path.endsWith('ics}'))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(operations.map(([name]) => name).sort()).toEqual([...new Set(mounted)].sort());
  });

  test('names each operation once, and every part of its path', () => {
    const names = operations.map(([, , { operationId }]) => operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const [name, path, { parameters }] of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part);
      const said = parameters.filter((one) => one.in === 'path');
      expect(
        said.map((one) => one.name),
        name,
      ).toEqual(inPath);
      expect(
        said.every((one) => one.required),
        name,
      ).toBe(true);
      const places = parameters.map((one) => `${one.in} ${one.name}`);
      expect(new Set(places).size, name).toBe(places.length);
    }
  });

  test('refers to nothing that is not there', () => {
    for (const reference of referencesIn(document)) {
      const steps = reference.replace(/^#\//, '').split('/');
      let found: unknown = document;
      for (const step of steps) found = z.record(z.string(), z.unknown()).parse(found)[step];
      expect(found, reference).toBeDefined();
    }
    expect(Object.keys(document.components.securitySchemes)).toEqual(document.security.flatMap(Object.keys));
  });

  test('says what each operation answers, and what a refusal is', () => {
    for (const [name, , { responses, requestBody }] of operations) {
      const { default: refusal, ...rest } = responses;
      // A file may also be kept and written on after the answer.
      expect(Object.keys(rest), name).toHaveLength(/^post .*\/imports\//.test(name) ? 2 : 1);
      expect(Object.keys(refusal?.content ?? {}), name).toEqual(['application/problem+json']);
      const [status, success] = Object.entries(rest)[0] ?? [];
      expect(Object.keys(success?.content ?? {}), name).toEqual(
        status === '204' ? [] : (fileTypes().get(name) ?? ['application/json']),
      );
      if (name.startsWith('get ')) expect(requestBody, name).toBeUndefined();
    }
    expect(JSON.stringify(document.components.schemas['Problem'])).toContain('"tooEarly"');
  });

  test('says where If-Match is needed: there, nothing is done without it', async () => {
    const needed = operations.filter(([, , { parameters }]) => parameters.some((one) => one.name === 'If-Match'));
    // Whatever replaces or changes something that others may have changed; ticking off a remark is one's own.
    const changes = operations
      .map(([name]) => name)
      .filter((name) =>
        /^(?:put|patch) |^delete .*\/analyses\/|\/(?:submit|recall|extend|actions|review|publish|withdraw)$/.test(name),
      );
    expect(needed.map(([name]) => name)).toEqual(changes.filter((name) => !name.endsWith('/remarks/{id}')));
    const at = '/reports/almi-basuppdrag-2026/2026-Q3';
    const draft = { answers: { values: {}, texts: {} } };
    const person = { name: 'Lena', roles: ['leader'], actorIds: [], active: true };
    for (const [who, method, path, body] of [
      ['rapportor.almi', 'PUT', `${at}/draft`, draft],
      ['rapportor.almi', 'PATCH', `${at}/draft`, draft],
      ['rapportor.almi', 'POST', `${at}/submit`, {}],
      ['rapportor.almi', 'POST', `${at}/recall`, {}],
      ['admin', 'PUT', '/people/demo-ledning', person],
    ] as const) {
      const { status, json } = await house.call(who, method, path, body);
      expect([status, json], path).toMatchObject([428, { code: 'versionNeeded' }]);
    }
  });

  test('describes real answers: its schemas, read as they stand, take them', async () => {
    for (const [path, who] of [
      ['/strategy', 'ledning'],
      ['/me', 'ledning'],
      ['/actors', 'ledning'],
      ['/indicators', 'ledning'],
      ['/initiatives?limit=200', 'ledning'],
      ['/agreements', 'samordnare'],
      ['/reports?limit=200', 'samordnare'],
      ['/reports/almi-basuppdrag-2026/2026-Q2', 'samordnare'],
      ['/summary?from=2025&to=2026&trend=true', 'ledning'],
      ['/summary/contributions?from=2026&to=2026&indicator=radgivningstillfallen', 'ledning'],
      ['/coverage?period=2026', 'ledning'],
      ['/people', 'admin'],
    ] as const) {
      const template = path.replace(/\?.*/, '').replace(/^\/reports\/.*/, '/reports/{agreementId}/{period}');
      const schema = document.paths[`/api/v1${template}`]?.get?.responses['200']?.content?.['application/json']?.schema;
      const read = z.fromJSONSchema({ ...schema }).safeParse((await house.call(who, 'GET', path)).json);
      expect(read.error && z.prettifyError(read.error), path).toBeUndefined();
    }
  });
});

describe('the page about the API', () => {
  test.each([
    ['sv', 'Avslag'],
    ['en', 'Refusals'],
  ] as const)('names every address and every refusal (%s)', async (language, heading) => {
    const answer = await house.fetch('/api/docs', { headers: { 'accept-language': language } });
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(`<h2 id="refusals">${heading}</h2>`);
    for (const { path } of declaredEndpoints()) expect(page).toContain(`<code>/api/v1${path}</code>`);
    for (const [code, texts] of Object.entries(refusals)) {
      expect(page).toContain(`id="${code}"`);
      expect(page).toContain(texts[language]);
    }
    expect(page).not.toContain('<script');
  });

  test.each(screens.map(({ page, address }) => [page.en, address]))(
    'names where the figures are of: %s',
    async (_, address) => {
      expect((await house.call('ledning', 'GET', address)).status).toBe(200);
    },
  );

  test('gives examples that work as they stand here', async () => {
    const { origin } = house.deps.settings;
    const codes = examples(origin)
      .map(({ code }) => code)
      .join('\n');
    const asked = [...codes.matchAll(/"(http[^"]+)"/g)].map(([, address]) => new URL(address ?? ''));
    expect(asked).toHaveLength(4);
    for (const { href, pathname, search } of asked) {
      expect(href.startsWith(`${origin}/`)).toBe(true);
      const headers = pathname.startsWith('/api/public/')
        ? {}
        : { authorization: `Bearer ${await house.token('ledning')}` };
      expect((await house.fetch(pathname + search, { headers })).status, href).toBe(200);
    }
  });
});
