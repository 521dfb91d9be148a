import { createHash } from 'node:crypto';
import { csvLine, BYTE_ORDER_MARK } from '@insatskollen/shared/exports/csv.ts';
import { figureColumns } from '@insatskollen/shared/exports/figureTable.ts';
import { period } from '@insatskollen/shared/calendar/periods.ts';
import { catalogue } from '@insatskollen/shared/publications/catalogue.ts';
import { jsonLd, rdfXml, turtle } from '@insatskollen/shared/publications/rdf.ts';
import type { Listed, Snapshot } from '@insatskollen/shared/publications/snapshot.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Env } from '../http/endpoint.ts';
import { parseOrRefuse } from '../http/faults.ts';
import { limitByAddress } from '../people/authenticate.ts';
import { CsvQuerySchema, CubeQuerySchema, NoQuerySchema, PUBLIC_PATH, QuerySchema } from './publicEndpoints.ts';
import { isWithdrawn, publicIn, publicList, publicOf, publicStrategy } from './publicStore.ts';
import { publishedCube, publishedRows } from './publicTable.ts';

/** How long anyone may keep an answer: what is withdrawn is gone for everybody after that. */
const SECONDS = 300;
/**
 * What anyone may read without signing in: published snapshots, and nothing else of the table. No cookie is read or set, and who asks is
 * counted by address alone.
 */
export function mountPublicApi(app: Hono<Env>, deps: Deps): void {
  const limited = limitByAddress(deps);
  const get = (path: string, answer: (c: Context<Env>) => Promise<Response>) =>
    app.get(`${PUBLIC_PATH}${path}`, limited, answer);

  get('/publications', async (c) => {
    queryOf(c, NoQuerySchema);
    const [{ strategicAreas }, items] = await Promise.all([publicStrategy(deps.table), publicList(deps.table)]);
    return kept(c, JSON.stringify({ strategicAreas, items }), 'application/json');
  });

  get('/summary', async (c) => {
    const found = await snapshotsFor(deps, queryOf(c, QuerySchema), undefined);
    return kept(c, JSON.stringify(found), 'application/json');
  });

  get('/summary.json', async (c) => {
    const { language, ...query } = queryOf(c, CubeQuerySchema);
    const { window, publications } = await snapshotsFor(deps, query, 'focusArea');
    if (window === null) throw new Refused('notFound');
    return kept(c, JSON.stringify(publishedCube(window, publications, language)), 'application/json');
  });

  get('/summary.csv', async (c) => {
    const { language, headings, separator, ...query } = queryOf(c, CsvQuerySchema);
    const { window, publications } = await snapshotsFor(deps, query, 'focusArea');
    if (window === null) throw new Refused('notFound');
    const wording = headings === 'names' ? 'names' : language;
    const by = separator ?? (language === 'sv' ? ';' : ',');
    const head = figureColumns.map((column) => ({
      text: wording === 'names' ? column.name : column.heading[wording],
    }));
    // All that is published of a window is some hundred rows.
    const lines = [head, ...publishedRows(window, publications, wording)].map((row) => csvLine(row, by));
    return kept(c, BYTE_ORDER_MARK + lines.join(''), 'text/csv; charset=utf-8', {
      'content-disposition': `attachment; filename="resultat-${window}.csv"`,
    });
  });

  get('/catalogue', async (c) => {
    queryOf(c, NoQuerySchema);
    const things = catalogue(await publicList(deps.table), deps.settings.origin);
    const type = wantedType(c.req.header('accept') ?? '');
    const body =
      type === 'text/turtle'
        ? turtle(things)
        : type === 'application/rdf+xml'
          ? rdfXml(things)
          : JSON.stringify(jsonLd(things));
    return kept(c, body, `${type}; charset=utf-8`, { vary: 'Accept' });
  });
}

/** The form of the catalogue that is asked for first; JSON-LD for whoever takes anything. */
function wantedType(accept: string): 'text/turtle' | 'application/rdf+xml' | 'application/ld+json' {
  const asked = accept.split(',').map((one) => one.split(';')[0]?.trim().toLowerCase());
  for (const one of asked) {
    if (one === 'text/turtle' || one === 'application/rdf+xml') return one;
    if (one === 'application/ld+json' || one === 'application/json') break;
  }
  return 'application/ld+json';
}

const queryOf = <S extends z.ZodType>(c: Context<Env>, schema: S): z.output<S> =>
  parseOrRefuse(schema, Object.fromEntries(new URL(c.req.url).searchParams), c.get('language'));

async function snapshotsFor(
  { table }: Deps,
  { window, area, groupBy }: z.output<typeof QuerySchema>,
  sizeByItself: 'focusArea' | undefined,
): Promise<{ window: string | null; publications: Snapshot[] }> {
  const wanted = window ?? latestOf(await publicList(table), area);
  if (area !== undefined) {
    const found = wanted === undefined ? undefined : await publicOf(table, area, wanted);
    if (!found) throw new Refused('notFound');
    if (isWithdrawn(found)) throw new Refused('withdrawn', { withdrawnAt: found.withdrawnAt });
    return { window: found.window, publications: [found] };
  }
  if (wanted === undefined) return { window: null, publications: [] };
  const size = groupBy ?? sizeByItself;
  const all = await publicIn(table, wanted);
  return {
    window: wanted,
    publications: all.filter((one) => size === undefined || one.area.groupBy === size),
  };
}

/** The window that ends last of those that something is published of; of two that end together the longer. */
function latestOf(listed: readonly Listed[], area: string | undefined): string | undefined {
  const windows = listed.flatMap(({ areaId, window }) => (area === undefined || area === areaId ? [window] : []));
  return windows.sort((a, b) => {
    const [one, other] = [period(a), period(b)];
    return other.end.localeCompare(one.end) || one.start.localeCompare(other.start);
  })[0];
}

/** An answer that anyone may keep for a while, and ask whether it is still the same. */
function kept(c: Context<Env>, body: string, type: string, more: Record<string, string> = {}): Response {
  const etag = `"${createHash('sha256').update(type).update(body).digest('hex').slice(0, 32)}"`;
  const headers = {
    ...more,
    etag,
    'cache-control': `public, max-age=${SECONDS}`,
    'access-control-allow-origin': '*',
  };
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers });
  return new Response(body, { status: 200, headers: { ...headers, 'content-type': type } });
}
