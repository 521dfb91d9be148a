import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allowedNow,
  assessmentActions,
  evidenceFaults,
  mayReview,
  missingIn,
  stateAfter,
  statesFor,
} from '@insatskollen/shared/insight/assess.ts';
import { AssessmentContentSchema, type assessmentStates, unwritten } from '@insatskollen/shared/insight/assessment.ts';
import { piecesOf, referencesIn } from '@insatskollen/shared/insight/quoting.ts';
import { always } from '../always.ts';

describe('the life of an assessment', () => {
  test.each([
    ['unwritten', 'write', 'draft'],
    ['draft', 'write', 'draft'],
    ['draft', 'review', 'reviewed'],
    ['draft', 'publish', undefined],
    ['reviewed', 'publish', 'published'],
    ['reviewed', 'write', 'draft'],
    ['published', 'write', 'draft'],
    ['published', 'publish', undefined],
    ['unwritten', 'review', undefined],
  ] as const)('%s, %s: %s', (state, action, after) => {
    expect(stateAfter(state, action)).toBe(after);
  });

  test('is published only as somebody else than its writer has reviewed it, whatever is done in whatever order', () => {
    const step = fc.record({ action: fc.constantFrom(...assessmentActions), by: fc.constantFrom('a', 'b', 'c') });
    always(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let now: { state: (typeof assessmentStates)[number]; writer: string | null; reviewer: string | null } = {
          ...{ state: 'unwritten', writer: null, reviewer: null },
        };
        for (const { action, by } of steps) {
          if (!allowedNow(now.state, by, now.writer).includes(action)) continue;
          const state = stateAfter(now.state, action) ?? now.state;
          if (action === 'write') now = { state, writer: by, reviewer: null };
          else now = { ...now, state, ...(action === 'review' ? { reviewer: by } : {}) };
          if (now.state === 'published')
            expect([now.reviewer, now.reviewer === now.writer]).toEqual([expect.any(String), false]);
        }
      }),
    );
  });

  test('says in which states something can be done', () => {
    expect(statesFor('publish')).toEqual(['reviewed']);
    expect(mayReview('a', 'b')).toBe(true);
  });
});

describe('figures in a text', () => {
  const text = 'Fler än [[radgivning]] samtal, [[startade]] företag och [[radgivning]] igen. [[Inte ett id]]';

  test('are found once each, and leave the words as they are', () => {
    expect(referencesIn({ conclusion: text, analysis: '[[andra]]' })).toEqual(['radgivning', 'startade', 'andra']);
    expect(piecesOf(text)).toEqual([
      { text: 'Fler än ' },
      { indicatorId: 'radgivning' },
      { text: ' samtal, ' },
      { indicatorId: 'startade' },
      { text: ' företag och ' },
      { indicatorId: 'radgivning' },
      { text: ' igen. [[Inte ett id]]' },
    ]);
  });

  test('never change the text: put together again, it is the same', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('[[a]]', '[[', ']]', '[[b-1]]'));
    always(
      fc.property(fc.array(part), (parts) => {
        const whole = parts.join('');
        const again = piecesOf(whole).map((piece) => ('text' in piece ? piece.text : `[[${piece.indicatorId}]]`));
        expect(again.join('')).toBe(whole);
      }),
    );
  });
});

describe('what an assessment rests on', () => {
  const content = {
    ...unwritten,
    conclusion: 'Över [[a]].',
    analysis: 'Se [[b]].',
    evidence: [
      { agreementId: 'almi-2026', period: '2026-Q1' },
      { agreementId: 'almi-2026', period: '2026-Q2' },
    ],
    analysisIds: ['study', 'gone'],
  };

  test('has to be there, and is refused by its place', () => {
    const known = { figures: new Set(['a']), reports: new Set(['almi-2026/2026-Q1']), analyses: new Set(['study']) };
    const faults = evidenceFaults(content, known, 'sv').map(({ path, code }) => [path, code]);
    expect(faults).toEqual([
      ['analysis', 'unknownFigure'],
      ['evidence.1', 'unknownReport'],
      ['analysisIds.1', 'unknownAnalysis'],
    ]);
  });

  test('and a direction, a conclusion and an analysis are there before it is reviewed', () => {
    expect(missingIn(content, 'en').map(({ path }) => path)).toEqual(['direction']);
    expect(missingIn(unwritten, 'sv').map(({ path }) => path)).toEqual(['direction', 'conclusion', 'analysis']);
  });

  test('is read from what is typed: one line for the conclusion, no more than fifty reports or analyses', () => {
    const read = (change: object) => AssessmentContentSchema.safeParse({ ...content, direction: 'forward', ...change });
    expect(read({}).success).toBe(true);
    expect(read({ conclusion: 'En\ntill' }).success).toBe(false);
    expect(read({ direction: 'sideways' }).success).toBe(false);
    expect(read({ evidence: Array.from({ length: 51 }, () => content.evidence[0]) }).success).toBe(false);
    expect(read({ analysisIds: Array.from({ length: 51 }, () => 'study') }).success).toBe(false);
    expect(read({ analysisIds: undefined }).data?.analysisIds).toEqual([]);
  });
});
