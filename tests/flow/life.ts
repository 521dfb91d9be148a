import { ReportSchema } from '@insatskollen/functions/reports/schemas.ts';
import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { agreement, type Draft } from './agreements.ts';
import { entry } from './answers.ts';
import type { Answer, Door } from './house.ts';
import { reportersOf, type Name } from './people.ts';
import { indicators } from './registers.ts';
import { chance } from './trouble.ts';

/** An agreement of 2026 that asks about everything, each quarter unless the test says otherwise. */
export const yearly = (id: string, more: Partial<Draft> = {}): Agreement =>
  agreement(
    id,
    {
      actor: 'north',
      initiative: 'advice',
      frequency: 'quarterly',
      runs: 364,
      asks: indicators.map((indicator) => indicator.id),
      seed: 7,
      ...more,
    },
    '2026-01-01',
  );

export const reportPath = (agreed: Agreement, period = '2026-Q1'): string => `/reports/${agreed.id}/${period}`;
const reporterOf = (agreed: Agreement, second = false): Name => reportersOf[agreed.actorId]?.[second ? 1 : 0] ?? 'anna';

/** Complete answers, other ones for another seed. */
export function answersTo(agreed: Agreement, seed: number) {
  const roll = chance(seed);
  return {
    values: Object.fromEntries(agreed.indicators.map((one) => [one.indicatorId, entry(roll, one)])),
    texts: { done: `what was done (${seed})` },
  };
}

/** Does something that is to work. */
async function must(answer: Promise<Answer>): Promise<Answer> {
  const given = await answer;
  if (given.status >= 300) throw new Error(`answered ${given.status}: ${given.text}`);
  return given;
}

/** The steps of a report's life, each by whoever takes it. */
export function lifeOf(door: Door, agreed: Agreement, period = '2026-Q1') {
  const path = reportPath(agreed, period);
  const who = reporterOf(agreed);
  const any = { 'if-match': '*' };
  const post = (by: Name, what: string, body: unknown, headers: Record<string, string> = {}) =>
    must(door({ who: by, method: 'POST', path: `${path}/${what}`, body, headers }));
  return {
    path,
    who,
    save: (answers: object = answersTo(agreed, 1)) =>
      must(door({ who, method: 'PUT', path: `${path}/draft`, body: { answers }, headers: any })),
    submit: () => post(who, 'submit', {}, any),
    recall: () => post(who, 'recall', {}, any),
    return: (version: number) => post('kim', 'return', { version, message: 'say more' }),
    approve: (version: number) => post('kim', 'approve', { version }),
    reopen: (version: number, keepFigures = false) =>
      post('kim', 'reopen', { version, reason: 'a mistake', keepFigures }),
    async look(by: Name = who) {
      const answer = await must(door({ who: by, method: 'GET', path }));
      return { report: ReportSchema.parse(answer.json), etag: answer.etag ?? '' };
    },
  };
}
