import { ActorSchema, type Actor } from '@insatskollen/shared/actors/actor.ts';
import {
  DimensionSchema,
  IndicatorSchema,
  type Dimension,
  type Indicator,
} from '@insatskollen/shared/indicators/indicator.ts';
import { InitiativeSchema, type Initiative } from '@insatskollen/shared/initiatives/initiative.ts';
import {
  LibraryQuestionSchema,
  QuestionSetSchema,
  type LibraryQuestion,
  type QuestionSet,
} from '@insatskollen/shared/questions/question.ts';
import { StrategySchema, type Strategy } from '@insatskollen/shared/strategy/strategy.ts';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Item, Table } from '../table/client.ts';
import { withPlainNumbers } from '../table/numbers.ts';
import { libraryPartition, type LibraryKind } from '../table/keys.ts';

/** What every request needs and few change: the strategy and the registers, in the source's order. */
export interface Library {
  strategy: Strategy;
  actors: ReadonlyMap<string, Actor>;
  initiatives: ReadonlyMap<string, Initiative>;
  indicators: ReadonlyMap<string, Indicator>;
  dimensions: ReadonlyMap<string, Dimension>;
  questions: ReadonlyMap<string, LibraryQuestion>;
  questionSets: ReadonlyMap<string, QuestionSet>;
  /** Focus area → its strategic area. */
  strategicAreaOf: ReadonlyMap<string, string>;
  focusAreas: readonly string[];
}

const FRESH_MS = 30_000;
const cache = new WeakMap<Table, { at: number; library: Promise<Library> }>();

/** The library, read at most every 30 seconds (system clock) and process. */
export function libraryOf(deps: Deps): Promise<Library> {
  const known = cache.get(deps.table);
  const now = deps.systemNow().getTime();
  if (known && Math.abs(now - known.at) < FRESH_MS) return known.library;
  const library = readLibrary(deps.table);
  cache.set(deps.table, { at: now, library });
  library.catch(() => cache.delete(deps.table));
  return library;
}

/** The library as it is this moment, for rules that a change is checked by. */
export function libraryNow(deps: Deps): Promise<Library> {
  forgetLibrary(deps.table);
  return libraryOf(deps);
}

/** Lets the next question read the library anew: to be called by whoever has changed something in it. */
export const forgetLibrary = (table: Table): void => {
  cache.delete(table);
};

async function readLibrary(table: Table): Promise<Library> {
  const [strategies, actors, initiatives, indicators, dimensions, questions, questionSets] = await Promise.all([
    read(table, 'strategy', StrategySchema),
    read(table, 'actor', ActorSchema),
    read(table, 'initiative', InitiativeSchema),
    read(table, 'indicator', IndicatorSchema),
    read(table, 'dimension', DimensionSchema),
    read(table, 'question', LibraryQuestionSchema),
    read(table, 'questionSet', QuestionSetSchema),
  ]);
  const strategy = strategies[0];
  if (!strategy) throw new Error('the table holds no strategy yet');
  const areas = strategy.strategicAreas.flatMap((area) => area.focusAreas.map((focus) => [focus.id, area.id] as const));
  return {
    strategy,
    actors: byId(actors),
    initiatives: byId(initiatives),
    indicators: byId(indicators),
    dimensions: byId(dimensions),
    questions: byId(questions),
    questionSets: byId(questionSets),
    strategicAreaOf: new Map(areas),
    focusAreas: areas.map(([focus]) => focus),
  };
}

const byId = <T extends { id: string }>(things: T[]) => new Map(things.map((thing) => [thing.id, thing]));

async function read<S extends z.ZodType>(table: Table, kind: LibraryKind, schema: S): Promise<z.output<S>[]> {
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': libraryPartition(kind) },
    ConsistentRead: true,
  });
  return items.map((item) => schema.parse(contentOf(item)));
}

/** A library item holds its thing as it is under `content`; its own version is the table's to keep. */
const contentOf = (item: Item): unknown => {
  const { version } = item;
  const content = withPlainNumbers(item['content']);
  return typeof content === 'object' && content !== null ? { ...content, version: Number(version ?? 1) } : content;
};
