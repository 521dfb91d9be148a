import ts from 'typescript';
import { nodesOf, type Import, type Source, type Sources } from './sources.ts';

/** One wall of the house. */
export interface Rule {
  name: string;
  /** What in a file breaks the rule, in words; empty when nothing does. */
  offences(file: Source, all: Sources): string[];
  /** Made-up files that each break the rule, and files beside them that do not: the proof that the rule can fail. */
  broken: Record<string, string>;
  beside?: Record<string, string>;
}

type Room = 'shared' | 'functions' | 'web' | 'infra' | 'tests';
const isIn = (folder: string) => (file: Source) => file.path.startsWith(`${folder}/`);
const roomOf = (path: string | undefined) => path?.split('/')[0];
const nameOf = (path: string) => path.split('/').at(-1) ?? '';
const of = (pkg: string, specifier: string) => specifier === pkg || specifier.startsWith(`${pkg}/`);
const written = ({ specifier }: Import) => `imports ${specifier}`;

/** A rule about what files may import. */
const imports =
  (applies: (file: Source) => boolean, forbidden: (one: Import, file: Source) => boolean) => (file: Source) =>
    applies(file) ? file.imports.filter((one) => forbidden(one, file)).map(written) : [];

/** Anything outside of these packages and rooms; a room's own files are always allowed. */
const outside =
  (room: Room, packages: readonly string[], rooms: readonly Room[] = []) =>
  ({ specifier, target }: Import): boolean => {
    if (target !== undefined) return ![room, ...rooms].some((allowed) => allowed === roomOf(target));
    return !packages.some((pkg) => (pkg.endsWith(':') ? specifier.startsWith(pkg) : of(pkg, specifier)));
  };

/** A rule about expressions: the words for the first offence of each node that has one. */
const expressions =
  (applies: (file: Source) => boolean, offence: (node: ts.Node) => string | undefined) => (file: Source) =>
    applies(file) ? [...nodesOf(file.program)].flatMap((node) => offence(node) ?? []) : [];

const calledName = (node: ts.Node) => (ts.isCallExpression(node) ? node.expression.getText() : undefined);
const isReference = (node: ts.Node): node is ts.Identifier =>
  ts.isIdentifier(node) &&
  !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
  !ts.isPropertySignature(node.parent) &&
  !ts.isPropertyDeclaration(node.parent) &&
  !(ts.isPropertyAssignment(node.parent) && node.parent.name === node);

const surroundings = new Set(['process', 'fetch', 'crypto', 'performance', 'setTimeout', 'setInterval', 'globalThis']);
function readsSurroundings(node: ts.Node): string | undefined {
  const called = calledName(node);
  if (called === 'Date.now' || called === 'Math.random' || called === 'Date') return `calls ${called}`;
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'calls new Date()';
  return isReference(node) && surroundings.has(node.text) ? `reads ${node.text}` : undefined;
}

/** Files of the web room that only the server runs: everything else is sent to the browser. */
const serverOnly = (path: string) =>
  /\/lib\/server\//.test(path) || /\.server\.ts$/.test(path) || nameOf(path) === '+server.ts' || path.endsWith('.d.ts');
const inBrowser = (file: Source) => file.path.startsWith('web/src/') && !serverOnly(file.path);

/** The way by value imports from a file to a package, if there is one: the files in between. */
function wayTo(pkg: string, from: Source, all: Sources, seen: Set<string>): string[] | undefined {
  seen.add(from.path);
  for (const { specifier, target, typeOnly } of from.imports) {
    if (typeOnly) continue;
    if (of(pkg, specifier)) return [from.path];
    const next = target === undefined || seen.has(target) ? undefined : all.get(target);
    const way = next && wayTo(pkg, next, all, seen);
    if (way) return [from.path, ...way];
  }
  return undefined;
}

/** The address of an API path written out as a text: `/api/…`. */
const isApiPath = (node: ts.Node | undefined) =>
  node !== undefined &&
  (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) &&
  node.getText().slice(1).startsWith('/api/');

const vague = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc']);
/** What lies outside the repository and must not be named in it; written so that it does not name itself. */
const outsidePath =
  /\bshared[/](?:data|design|checks|hooks)\b|(?:^|[\s'"`(=:])[/](?:work|tmp[/]brief|home|root|Users)[/]/m;

/** What is measured on society, in every room; and what adds up, compares or tells of results. */
const isSocietal = (path: string) => /^(?:shared|functions)\/societal\/|^web\/src\/routes\/samhallet\//.test(path);
const isOfResults = (path: string) =>
  /^shared\/(?:summary|reports|indicators|insight|exports)\/|^functions\/(?:summary|reports|indicators|insight|exports|review|audit)\/|^web\/src\/lib\/summary\//.test(
    path,
  );
/** Whoever mounts it, loads it, fetches it or deploys what fetches it. */
const mayKnowSociety = (path: string) => path === 'functions/app.ts' || /^(?:infra|tests)\//.test(path);

export const rules: Rule[] = [
  {
    name: 'shared imports only zod and itself',
    offences: imports(isIn('shared'), outside('shared', ['zod'])),
    broken: { 'shared/reports/rule.ts': `import { readFileSync } from 'node:fs';` },
  },
  {
    name: 'shared knows no clock, environment, network or chance',
    offences: expressions(isIn('shared'), readsSurroundings),
    broken: {
      'shared/calendar/today.ts': 'export const today = () => new Date();',
      'shared/calendar/now.ts': 'export const now = () => Date.now();',
      'shared/reports/id.ts': 'export const id = () => crypto.randomUUID();',
      'shared/reports/chance.ts': 'export const chance = () => Math.random();',
      'shared/people/stage.ts': `export const stage = process.env['STAGE'];`,
      'shared/people/get.ts': `export const get = () => fetch('https://example.org');`,
    },
  },
  {
    name: 'functions imports only Hono, openid-client, zod, the table client, the rasteriser, the writers of files, the search’s words, shared and Node itself',
    offences: imports(
      isIn('functions'),
      outside(
        'functions',
        [
          'hono',
          'openid-client',
          'docx',
          'pdfkit',
          'pptxgenjs',
          'zod',
          '@aws-sdk/client-dynamodb',
          '@aws-sdk/lib-dynamodb',
          '@resvg/resvg-wasm',
          'minisearch',
          '@orama/stemmers',
          'node:',
        ],
        ['shared'],
      ),
    ),
    broken: {
      'functions/reports/store.ts': `import { callApi } from '../../web/src/lib/server/api.ts';`,
      'functions/reports/routes.ts': `import express from 'express';`,
    },
  },
  {
    name: 'only functions/table speaks to DynamoDB; a route or store asks it',
    offences: imports(
      (file) => isIn('functions')(file) && !isIn('functions/table')(file),
      ({ specifier }) => specifier.startsWith('@aws-sdk/'),
    ),
    broken: {
      'functions/reports/routes.ts': `import { PutCommand } from '@aws-sdk/lib-dynamodb';`,
      'functions/reports/store.ts': `import type { PutCommandInput } from '@aws-sdk/lib-dynamodb';`,
    },
  },
  {
    name: 'a store never decides who may',
    offences: imports(
      (file) => isIn('functions')(file) && nameOf(file.path) === 'store.ts',
      ({ target }) => target === 'shared/people/permissions.ts',
    ),
    broken: { 'functions/reports/store.ts': `import { can } from '@insatskollen/shared/people/permissions.ts';` },
  },
  {
    name: 'web reaches neither AWS nor the table, and of functions it imports types only',
    offences: imports(
      isIn('web'),
      ({ specifier, target, typeOnly }) =>
        specifier.startsWith('@aws-sdk/') ||
        of('aws-cdk-lib', specifier) ||
        (roomOf(target) === 'functions' && !typeOnly),
    ),
    broken: {
      'web/src/routes/+page.server.ts': `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';`,
      'web/src/routes/a/+page.server.ts': `import { createApp } from '@insatskollen/functions/app.ts';`,
    },
  },
  {
    name: 'web imports no other room than shared and the types of functions',
    offences: imports(
      isIn('web'),
      ({ target }) => target !== undefined && !['web', 'shared', 'functions'].includes(roomOf(target) ?? ''),
    ),
    broken: { 'web/src/lib/server/start.ts': `import { startEngine } from '@insatskollen/infra/local/engine.ts';` },
  },
  {
    name: 'web reaches the API in lib/server/api.ts alone',
    offences: expressions(
      (file) => isIn('web/src')(file) && file.path !== 'web/src/lib/server/api.ts',
      (node) => {
        if (ts.isPropertyAccessExpression(node) && node.getText().endsWith('.req.api'))
          return `reads ${node.getText()}`;
        const fetches = ts.isCallExpression(node) && /(?:^|\.)fetch$/.test(node.expression.getText());
        return fetches && isApiPath(node.arguments[0]) ? `calls ${node.getText()}` : undefined;
      },
    ),
    broken: {
      'web/src/routes/+page.server.ts': `export const load = ({ fetch }) => fetch('/api/v1/me');`,
      'web/src/routes/a/+page.server.ts':
        'export const load = (event) => event.fetch(`/api/v1/reports/${event.params.id}`);',
      'web/src/lib/server/visitor.ts': 'export const api = (event) => event.platform.req.api;',
    },
  },
  {
    name: 'no page sends zod to the browser, nor through what it imports',
    offences: (file, all) => {
      const way = inBrowser(file) ? wayTo('zod', file, all, new Set()) : undefined;
      return way
        ? [
            `imports zod${way
              .slice(1)
              .map((path) => ` by ${path}`)
              .join('')}`,
          ]
        : [];
    },
    broken: {
      'web/src/routes/+page.svelte': `<script lang="ts">import { answers } from '#lib/report/answers.ts';</script>`,
      'web/src/lib/report/answers.ts': `import { AnswersSchema as answers } from '@insatskollen/shared/reports/answers.ts'; export { answers };`,
    },
    beside: {
      'shared/reports/answers.ts': `import { z } from 'zod'; export const AnswersSchema = z.object({});`,
    },
  },
  {
    name: 'what is deployed never imports the pieces of one machine',
    offences: imports(
      (file) => !isIn('tests')(file) && !isIn('infra/local')(file),
      ({ target }) => target?.startsWith('infra/local/') === true,
    ),
    broken: {
      'infra/server/main.ts': `import { startProvider } from '../local/provider.ts';`,
      'infra/aws/app.ts': `import '../local/table.ts';`,
    },
  },
  {
    name: 'infra takes of the other rooms what it starts, and decides nothing about people, reports or figures',
    offences: imports(
      isIn('infra'),
      ({ target }) =>
        target?.startsWith('shared/people/permissions') === true ||
        target?.startsWith('shared/reports/decide') === true,
    ),
    broken: { 'infra/server/main.ts': `import { decideApprove } from '@insatskollen/shared/reports/decide.ts';` },
  },
  {
    name: 'what is measured on society meets results nowhere: only its own pages, loading and fetching know of it',
    offences: (file) =>
      file.imports
        .filter(({ target }) => target !== undefined && isSocietal(target) !== isSocietal(file.path))
        .filter(({ target = '' }) => (isSocietal(target) ? !mayKnowSociety(file.path) : isOfResults(target)))
        .map(written),
    broken: {
      'functions/summary/figures.ts': `import { valuesOf } from '../societal/store.ts';`,
      'functions/insight/figures.ts': `import type { SocietalValue } from '@insatskollen/shared/societal/value.ts';`,
      'functions/exports/rows.ts': `const { societyOf } = await import('../societal/store.ts');`,
      'shared/summary/figures.ts': `import type { SocietalId } from '../societal/indicator.ts';`,
      'web/src/lib/summary/read.server.ts': `import { latestOf } from '@insatskollen/shared/societal/lines.ts';`,
      'functions/societal/routes.ts': `import { readCells } from '../summary/readCells.ts';`,
      'shared/societal/value.ts': `import type { Indicator } from '../indicators/indicator.ts';`,
    },
    beside: { 'functions/app.ts': `import { mountSocietal } from './societal/routes.ts';` },
  },
  {
    name: 'nothing outside tests imports tests',
    offences: imports(
      (file) => !isIn('tests')(file),
      ({ target }) => roomOf(target) === 'tests',
    ),
    broken: { 'infra/local/start.ts': `import { freshTable } from '../../tests/table-engine.ts';` },
  },
  {
    name: 'rooms import each other by package name, never by a path across',
    offences: imports(
      () => true,
      ({ specifier, target }, file) => specifier.startsWith('.') && roomOf(target) !== roomOf(file.path),
    ),
    broken: { 'functions/app.ts': `import { refusals } from '../shared/refusals.ts';` },
  },
  {
    name: 'no file only re-exports others',
    offences: ({ path, program }) => {
      const reexports = program.statements.filter(
        (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier,
      );
      const barrel = reexports.length > 0 && reexports.length === program.statements.length;
      return barrel ? [`only re-exports, in ${nameOf(path)}`] : [];
    },
    broken: { 'shared/reports/index.ts': `export * from './head.ts'; export { decideSubmit } from './decide.ts';` },
  },
  {
    name: 'nothing is called utils, helpers, common or misc',
    offences: ({ path }) =>
      path
        .split('/')
        .flatMap((name) => (vague.has(name.replace(/\..*$/, '').toLowerCase()) ? [`is called ${name}`] : [])),
    broken: { 'web/src/lib/utils/date.ts': '', 'shared/helpers.ts': '' },
  },
  {
    name: 'no file names what lies outside the repository',
    offences: ({ text }) => {
      const found = outsidePath.exec(text)?.[0].trim();
      return found === undefined ? [] : [`names ${found}`];
    },
    broken: {
      'docs/data.md': ['See ../shared', 'data/README.md'].join('/'),
      'infra/local/seed.ts': `readFileSync('${['', 'work', 'main', 'strategy.json'].join('/')}')`,
    },
  },
  {
    name: 'no file switches a check off for itself',
    offences: ({ text }) => {
      const found = /\b(?:oxlint|eslint|oxfmt|prettier)-(?:disable|ignore)\b/.exec(text)?.[0];
      return found === undefined ? [] : [`says ${found}`];
    },
    broken: { 'shared/decimal.ts': ['// oxlint', 'disable no-empty'].join('-') },
  },
];
