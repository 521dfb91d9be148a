import { demoBeginsAt, readDemo } from '@insatskollen/infra/local/data/read.ts';
import { readReference } from '@insatskollen/infra/reference/read.ts';
import written from '@insatskollen/infra/local/data/demo/reports.json' with { type: 'json' };
import type { Terms } from '@insatskollen/shared/agreements/agreement.ts';
import { closingReports } from '@insatskollen/shared/agreements/closing.ts';
import { dueAt } from '@insatskollen/shared/calendar/deadlines.ts';
import { periodsOfTerm } from '@insatskollen/shared/calendar/periods.ts';
import { AnswersSchema, noAnswers } from '@insatskollen/shared/reports/answers.ts';
import { missingFor } from '@insatskollen/shared/reports/complete.ts';
import { HeadSchema, isLate } from '@insatskollen/shared/reports/head.ts';
import { describe, expect, test } from 'vitest';
import { byId } from './samples.ts';

const reference = readReference();
const agreements = byId(readDemo().agreements);
const reports = HeadSchema.pick({ agreementId: true, period: true, state: true, dueAt: true })
  .extend({ answers: AnswersSchema.nullable() })
  .array()
  .parse(written.reports);
const questions = byId(reference.question);
const initiatives = byId(reference.initiative);

function contextOf(agreementId: string) {
  const agreement = agreements.get(agreementId);
  if (!agreement) throw new Error(`no agreement ${agreementId}`);
  const asked = agreement.questions.flatMap((id) => questions.get(id) ?? []);
  const focusArea = initiatives.get(agreement.initiativeId)?.primaryFocusArea ?? '';
  const terms: Terms = { ...agreement, questions: asked, focusArea };
  return {
    terms,
    indicators: byId(reference.indicator),
    dimensions: byId(reference.dimension),
    language: 'sv' as const,
  };
}
const named = reports.map((report) => ({ ...report, name: `${report.agreementId} ${report.period}` }));
const received = named.filter(({ state }) => state === 'submitted' || state === 'approved');

describe('the demo’s data lives by the rules', () => {
  test('there is enough of it to look at', () => {
    expect(agreements.size).toBeGreaterThan(30);
    expect(received.length).toBeGreaterThan(60);
  });

  test('every report is of a period of its agreement, and due when the rule says', () => {
    for (const { name, agreementId, period: id, dueAt: due } of named) {
      const { terms } = contextOf(agreementId);
      const regular = periodsOfTerm(terms.frequency, terms.termStart, terms.termEnd);
      const period = [...regular, ...closingReports(terms)].find((one) => one.id === id);
      expect([name, due]).toEqual([name, period && dueAt(period, terms.dueDays)]);
    }
  });

  test('every report that was received is complete and without a fault', () => {
    for (const { name, agreementId, answers } of received) {
      expect([name, missingFor(answers ?? noAnswers, contextOf(agreementId))]).toEqual([name, []]);
    }
  });

  test('of the third quarter’s reports that nobody has submitted, three are late at the demo’s beginning and two are not', () => {
    const open = named.filter(
      ({ period: id, state }) => id === '2026-Q3' && (state === 'draft' || state === 'notStarted'),
    );
    const late = open.filter((report) => isLate({ ...report, answerBy: null }, new Date(demoBeginsAt())));
    expect([late.length, open.length - late.length]).toEqual([3, 2]);
  });
});
