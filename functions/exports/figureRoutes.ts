import { contributionColumns } from '@insatskollen/shared/exports/contributionColumns.ts';
import { aboutSheet, definitionSheet } from '@insatskollen/shared/exports/figureNotes.ts';
import { figureColumns, figureLines, measuredColumns } from '@insatskollen/shared/exports/figureTable.ts';
import { jsonStat } from '@insatskollen/shared/exports/jsonStat.ts';
import { reportColumns } from '@insatskollen/shared/exports/reportColumns.ts';
import type { Caller } from '@insatskollen/shared/people/person.ts';
import { reportAccess } from '@insatskollen/shared/people/permissions.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { reportItem } from '../reports/item.ts';
import { listReports } from '../reports/list.ts';
import { forPermission } from '../reports/load.ts';
import { ReportQuerySchema } from '../reports/schemas.ts';
import { libraryOf, type Library } from '../strategy/library.ts';
import { contributionPage } from '../summary/contributionRoutes.ts';
import { contributionsShape, ContributionsQuerySchema, summaryShape, withWindow } from '../summary/schemas.ts';
import { figureTableFor } from './figureTable.ts';
import { JsonStatSchema } from './jsonStatSchema.ts';
import { fileShape, mountOutgoing, type Line } from './outgoing.ts';
import { FeedSchema, flatRow } from './feed.ts';
import { FileQuerySchema } from './query.ts';

/** Lines are read so many at a time. */
const PAGE = 200;
const none: ReadonlySet<string> = new Set();
/** Only this one of the areas that `groupBy` speaks of. */
const area = z.string().max(100).optional();

/** Figures, what they are made of, and reports, as files for the programs that people use. */
export function mountFigureExports(api: Api, deps: Deps): void {
  mountOutgoing(
    api,
    deps,
    {
      name: 'summary',
      fileName: { sv: 'resultat', en: 'results' },
      summary: 'Figures and coverage as /summary has them, a row for each area, indicator and part',
      action: 'summary.read',
      query: withWindow({ ...summaryShape, area, ...fileShape }),
      columns: figureColumns,
      async read({ caller, query }, language) {
        const table = await figureTableFor(deps, caller.person, { ...query, trend: false }, language);
        const beside = [definitionSheet(table, language), aboutSheet(table, language)];
        return { lines: figureLines(table, language), beside: beside.map((sheet) => ({ ...sheet, wrapped: true })) };
      },
    },
    measuredColumns,
  );
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/exports/summary.json',
      summary: 'Figures and coverage as /summary has them, as JSON-stat 2.0',
      action: 'summary.read',
      query: withWindow({ ...summaryShape, area, language: FileQuerySchema.shape.language }),
      answer: JsonStatSchema,
    },
    async (call) => {
      const language = call.query.language ?? call.language;
      return call.json(
        jsonStat(await figureTableFor(deps, call.caller.person, { ...call.query, trend: false }, language), language),
      );
    },
  );
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/exports/feed/figures.json',
      summary: 'The rows of /exports/summary.csv as flat JSON, for Excel and Power BI, by a token that reads',
      action: 'summary.read',
      query: withWindow({ ...summaryShape, area, language: FileQuerySchema.shape.language }),
      answer: FeedSchema,
    },
    async (call) => {
      const language = call.query.language ?? call.language;
      const table = await figureTableFor(deps, call.caller.person, { ...call.query, trend: false }, language);
      return call.json({ value: Array.from(figureLines(table, language), ({ line }) => flatRow(line)) });
    },
  );
  mountOutgoing(
    api,
    deps,
    {
      name: 'contributions',
      fileName: { sv: 'underlag', en: 'contributions' },
      summary: 'What a figure is made of, a row for each approved answer, without comments and names of people',
      action: 'contributions.read',
      query: withWindow({ ...contributionsShape, ...fileShape }),
      columns: contributionColumns,
      async read({ caller, query }, language) {
        const library = await libraryOf(deps);
        const asked = ContributionsQuerySchema.parse({ ...query, limit: PAGE, cursor: undefined });
        return { lines: contributionLines(deps, library, caller, asked, language) };
      },
    },
    new Set(['answer.value']),
  );
  mountOutgoing(
    api,
    deps,
    {
      name: 'reports',
      fileName: { sv: 'rapporter', en: 'reports' },
      summary: 'All reports that I may know of, expected ones too, with where they stand',
      action: 'report.read',
      query: ReportQuerySchema.extend(fileShape),
      columns: reportColumns,
      async read({ caller, query }, language) {
        return { lines: reportLines(deps, await libraryOf(deps), caller, query, language) };
      },
    },
    none,
  );
}

async function* contributionLines(
  deps: Deps,
  library: Library,
  caller: Caller,
  asked: z.output<typeof ContributionsQuerySchema>,
  language: 'sv' | 'en',
): AsyncGenerator<Line> {
  const indicator = library.indicators.get(asked.indicator);
  let query = asked;
  for (;;) {
    const { items, nextCursor } = await contributionPage(deps, { caller, query, language });
    for (const row of items)
      yield {
        line: {
          ...row,
          indicatorName: indicator?.name[language],
          unit: indicator?.unit[language],
          actorName: library.actors.get(row.actorId)?.name,
          initiativeTitle: library.initiatives.get(row.initiativeId)?.title,
          choiceName: choiceName(row.answer),
        },
        decimals: indicator?.decimals ?? 0,
      };
    if (nextCursor === null) return;
    query = { ...asked, cursor: nextCursor };
  }
  function choiceName(answer: { kind: string; choice?: string }): string | undefined {
    const { choice } = answer;
    return indicator?.options?.find(({ id }) => id === choice)?.name[language] ?? choice;
  }
}

async function* reportLines(
  deps: Deps,
  library: Library,
  { person }: Caller,
  asked: z.output<typeof ReportQuerySchema>,
  language: 'sv' | 'en',
): AsyncGenerator<Line> {
  const now = deps.businessNow();
  const areas = library.strategy.strategicAreas.flatMap(({ focusAreas }) => focusAreas);
  const areaName = new Map(areas.map(({ id, name }) => [id, name]));
  let cursor: string | undefined;
  do {
    const { heads, nextCursor } = await listReports(deps, person, { ...asked, limit: PAGE, cursor }, language);
    for (const head of heads)
      yield {
        line: {
          ...reportItem(head, now, reportAccess(person, forPermission(head))),
          actorName: library.actors.get(head.actorId)?.name,
          initiativeTitle: library.initiatives.get(head.initiativeId)?.title,
          focusAreaName: areaName.get(head.focusArea),
        },
      };
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}
