import { describe, expect, it } from 'vitest';
import type { Coverage } from '@insatskollen/shared/summary/coverage.ts';
import { coverageSentence } from '@insatskollen/shared/summary/coverageWords.ts';

const nothing: Coverage = {
  expected: 0,
  notStarted: 0,
  draft: 0,
  submitted: 0,
  returned: 0,
  approved: 0,
  due: 0,
  late: 0,
  submittedLate: 0,
  outside: 0,
};

describe('the sentence of a coverage', () => {
  it.each([
    {
      of: { expected: 52, approved: 26, submitted: 3, returned: 2, late: 5, due: 34 },
      sv: '26 av 34 rapporter som skulle vara inne är godkända, 3 väntar på granskning, 5 är sena; 18 väntas senare. 2 kompletteras.',
      en: '26 of 34 reports that should be in are approved, 3 await review, 5 are late; 18 are expected later. 2 are sent back to be completed.',
    },
    {
      of: { expected: 5, approved: 2, submitted: 1, late: 1, due: 4 },
      sv: '2 av 4 rapporter som skulle vara inne är godkända, 1 väntar på granskning, 1 är sen; 1 väntas senare.',
      en: '2 of 4 reports that should be in are approved, 1 awaits review, 1 is late; 1 is expected later.',
    },
    {
      of: { expected: 2, approved: 1, due: 1 },
      sv: 'Den enda rapporten som skulle vara inne är godkänd; 1 väntas senare.',
      en: 'The only report that should be in is approved; 1 is expected later.',
    },
    { of: {}, sv: 'Inga rapporter väntas.', en: 'No reports are expected.' },
  ])('says $sv', ({ of, sv, en }) => {
    const coverage = { ...nothing, ...of };
    expect(coverageSentence(coverage, 'sv')).toBe(sv);
    expect(coverageSentence(coverage, 'en')).toBe(en);
  });
});
