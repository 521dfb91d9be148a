import { declaredEndpoints } from '@insatskollen/functions/http/endpoint.ts';
import type { Door } from '../../flow/house.ts';
import type { Name } from '../../flow/people.ts';

const figures = [
  '?from=2026&to=2026',
  '?from=2026-Q1&to=2026-Q1&groupBy=strategicArea',
  '?from=2026&to=2026&include=preview',
  '?from=2026&to=2026&asOf=2026-04-30',
];
const indicators = ['visits', 'spent', 'firms', 'share', 'milestone'];
const madeOf = indicators.map((indicator) => `?from=2026&to=2026&indicator=${indicator}`);
const charts = indicators.map((indicator) => `?from=2026&to=2026&area=start&indicator=${indicator}`);

/** What to ask of an endpoint that needs more than its path; `{…}` in a path is filled in from `places`. */
const questions: Readonly<Record<string, readonly string[]>> = {
  '/reports': ['', '?actor=north', '?period=2026-Q1', '?state=submitted', '?state=draft', '?state=returned'],
  '/summary': [
    '?from=2026&to=2026&trend=true',
    '?from=2026-Q1&to=2026-Q1&groupBy=strategicArea',
    '?from=2026&to=2026&include=preview',
    '?from=2026&to=2026&asOf=2026-04-30',
  ],
  '/summary/contributions': madeOf,
  '/exports/summary.csv': figures,
  '/exports/summary.xlsx': figures,
  '/exports/summary.json': figures,
  '/exports/feed/figures.json': figures,
  '/exports/contributions.csv': madeOf,
  '/exports/contributions.xlsx': madeOf,
  '/exports/chart.svg': charts,
  '/exports/chart.png': charts,
  '/search': ['?q=kanariefagel', '?q=done'],
  '/assessments': ['?window=2026', '?window=2026-Q1'],
  '/calendar': ['?from=2026-01-01&to=2026-12-31'],
  '/summary/corrections': ['?from=2026&to=2026&since=2026-01-01'],
  '/actors/{id}/results': ['?from=2026&to=2026'],
  '/initiatives/{id}/results': ['?from=2026&to=2026'],
  '/rus-priorities/{id}/results': ['?from=2026&to=2026'],
  '/summary/financing': ['?from=2026&to=2026'],
  '/coverage': ['?period=2026', '?period=2026-Q1'],
};

export interface Read {
  who: Name;
  /** The path as it is declared. */
  endpoint: string;
  address: string;
  status: number;
  /** All of the answer: body and headers. */
  said: string;
}

/** Nobody may ask more than a thousand times in a minute. */
const ASKED_A_MINUTE = 900;

/**
 * Asks as each of some people for everything that the API lets anyone read, of whatever is declared. `pass` lets so many milliseconds go by,
 * for the limit of what one may ask in a minute.
 */
export async function everythingRead(
  door: Door,
  people: readonly Name[],
  places: Readonly<Record<string, readonly string[]>>,
  pass: (ms: number) => void,
): Promise<Read[]> {
  const addresses = declaredEndpoints()
    .filter(({ method }) => method === 'get')
    .flatMap(({ path: endpoint }) =>
      filledIn(endpoint, places).flatMap((path) =>
        (questions[endpoint] ?? ['']).map((question) => ({ endpoint, address: path + question })),
      ),
    );
  const read: Read[] = [];
  for (let from = 0; from < addresses.length; from += ASKED_A_MINUTE) {
    pass(61_000);
    const asked = people.flatMap((who) => addresses.slice(from, from + ASKED_A_MINUTE).map((one) => ({ who, ...one })));
    const answers = asked.map(async (one): Promise<Read> => {
      const { status, text, headers } = await door({ who: one.who, method: 'GET', path: one.address });
      return { ...one, status, said: `${text}\n${JSON.stringify([...headers])}` };
    });
    read.push(...(await Promise.all(answers)));
  }
  return read;
}

/** The path with every place in it filled in, in every way. */
function filledIn(endpoint: string, places: Readonly<Record<string, readonly string[]>>): string[] {
  const place = /\{(\w+)\}/.exec(endpoint)?.[1];
  if (place === undefined) return [endpoint];
  const known = places[place];
  if (!known) throw new Error(`${endpoint} asks for ${place}: say here which there are`);
  return known.flatMap((value) => filledIn(endpoint.replace(`{${place}}`, value), places));
}
