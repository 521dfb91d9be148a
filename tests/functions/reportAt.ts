import type {
  EventsSchema,
  ReceiptSchema,
  ReportAnswer,
  VerifySchema,
  VersionSchema,
} from '@insatskollen/functions/reports/schemas.ts';
import type { Terms } from '@insatskollen/shared/agreements/agreement.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import type { Answers, Entry } from '@insatskollen/shared/reports/answers.ts';
import type { Figure } from '@insatskollen/shared/summary/figures.ts';
import type { z } from 'zod';
import type { DemoHouse } from './demoHouse.ts';

type Receipt = z.infer<typeof ReceiptSchema>;
type Events = z.infer<typeof EventsSchema>;
type Verified = z.infer<typeof VerifySchema>;
type VersionAnswer = z.infer<typeof VersionSchema>;
interface Impact {
  window: { from: string; to: string };
  area: { id: string; name: string };
  indicators: { id: string; before: Figure | null; after: Figure | null }[];
}
interface Library {
  indicators: Indicator[];
}

/** Who reports for the agreement's actor in the demo. */
function reporterOf(agreementId: string): string {
  const [beginning = ''] = agreementId.split('-');
  if (beginning === 'almi' || beginning === 'nfc' || beginning === 'uf' || beginning === 'stua')
    return `rapportor.${beginning}`;
  return ofTheRegion.has(beginning) ? 'rapportor.region' : 'rapportor.ovriga';
}
const ofTheRegion = new Set(['modda', 'natverk', 'kommersiell', 'branschforum', 'ungas']);

/** One report, and what people do with it over the contract, in the words of the story. Its own reporter writes. */
export function reportAt(house: DemoHouse, agreementId: string, period: string) {
  const path = `/reports/${agreementId}/${period}`;
  const reporter = reporterOf(agreementId);
  const get = <T>(who: string, what: string) => house.call<T>(who, 'GET', `${path}/${what}`);
  const post = <T = Record<string, never>>(who: string, what: string, body: unknown = {}, headers = {}) =>
    house.call<T>(who, 'POST', `${path}/${what}`, body, headers);
  const read = (who: string = reporter) => house.call<ReportAnswer>(who, 'GET', path);
  const write = (answers: unknown, etag = '*') =>
    house.call<ReportAnswer>(reporter, 'PUT', `${path}/draft`, { answers }, { 'if-match': etag });
  const fill = async (n: number) => write(await answersFor(house, (await read()).json.agreement, n));
  const submit = (etag = '*') => post<Receipt>(reporter, 'submit', {}, { 'if-match': etag });
  return {
    agreementId,
    period,
    path,
    reporter,
    read,
    /** Replaces the draft with these answers, whatever it held. */
    write,
    /** Answers everything that the agreement asks, the numbers beginning with `n`. */
    fill,
    patch: (answers: unknown, etag = '*') =>
      house.call<ReportAnswer>(reporter, 'PATCH', `${path}/draft`, { answers }, { 'if-match': etag }),
    submit,
    /** Fills in and submits; answers with the version. */
    async submitFilled(n: number): Promise<number> {
      await fill(n);
      return (await submit()).json.version;
    },
    recall: (etag = '*') => post(reporter, 'recall', {}, { 'if-match': etag }),
    askToReopen: (reason: string) => post(reporter, 'request-reopen', { reason }),
    tick: (remark: string, body: object, who: string = reporter) =>
      house.call(who, 'PUT', `${path}/remarks/${remark}`, body),
    take: (who: string) => post(who, 'reviewer'),
    giveBack: (who: string) => house.call(who, 'DELETE', `${path}/reviewer`),
    sendBack: (who: string, version: number, body: object) => post(who, 'return', { version, ...body }),
    approve: (who: string, version: number, body: object = {}) =>
      post<{ approvedAt: string }>(who, 'approve', { version, ...body }),
    reopen: (who: string, version: number, body: object) => post(who, 'reopen', { version, ...body }),
    extend: (who: string, body: object, etag = '*', headers = {}) =>
      post<{ dueAt: string; answerBy: string | null }>(who, 'extend', body, { 'if-match': etag, ...headers }),
    events: (who: string) => get<Events>(who, 'events'),
    verify: (who: string) => get<Verified>(who, 'verify'),
    version: (who: string, n: number) => get<VersionAnswer>(who, `versions/${n}`),
    impact: (who: string) => get<Impact>(who, 'impact'),
  };
}

/** Answers to everything that the terms ask, the numbers beginning with `n`. */
async function answersFor(house: DemoHouse, terms: Terms, n: number): Promise<Answers> {
  const { indicators } = (await house.call<Library>('samordnare', 'GET', '/library')).json;
  const kinds = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return {
    values: Object.fromEntries(
      terms.indicators.map(({ indicatorId }, order) => [indicatorId, entryFor(kinds.get(indicatorId), n + order * 10)]),
    ),
    texts: Object.fromEntries(terms.questions.map(({ id }) => [id, `Svar ${n} om ${id}.`])),
  };
}

/** An answer of the indicator's kind: a number for whoever counts, in whole parts that do not take all of it. */
function entryFor(indicator: Indicator | undefined, n: number): Entry {
  if (!indicator) throw new Error('the library does not know the indicator');
  switch (indicator.kind) {
    case 'ratio':
      return { kind: 'ratio', numerator: String(n), denominator: String(n + 10) };
    case 'text':
      return { kind: 'choice', choice: indicator.options?.[0]?.id ?? '' };
    case 'flow':
    case 'stock':
    case 'unique':
      return { kind: 'value', value: indicator.decimals > 0 ? `${n}.5` : String(n) };
  }
}

/** Every item of a list, page after page of so many, with how many pages it took. */
export async function wholeList<T = Record<string, unknown>>(
  house: DemoHouse,
  who: string,
  path: string,
  limit: number,
): Promise<{ items: T[]; pages: number }> {
  const items: T[] = [];
  const separator = path.includes('?') ? '&' : '?';
  for (let cursor: string | null = '', pages = 1; ; pages++) {
    const after: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const { json, status } = await house.call<{ items: T[]; nextCursor: string | null }>(
      who,
      'GET',
      `${path}${separator}limit=${limit}${after}`,
    );
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    if (json.items.length > limit) throw new Error(`a page of ${path} holds ${json.items.length} of ${limit}`);
    items.push(...json.items);
    cursor = json.nextCursor;
    if (!cursor) return { items, pages };
    if (pages > 500) throw new Error(`${path} has no end`);
  }
}
