import fc from 'fast-check';
import type { Change } from '@insatskollen/shared/history/change.ts';
import { fieldChanges } from '@insatskollen/shared/history/fieldChanges.ts';
import { unwritten, type AssessmentContent } from '@insatskollen/shared/insight/assessment.ts';
import { publishedAt, type Publication } from '@insatskollen/shared/insight/publishedAt.ts';
import { directions } from '@insatskollen/shared/insight/movement.ts';
import { expect, test } from 'vitest';

const words = fc.stringMatching(/^[a-zåäö .]{0,12}$/).map((text) => text.trim());
const anyContent = fc.record<AssessmentContent>({
  direction: fc.constantFrom(null, ...directions),
  conclusion: words,
  analysis: words,
  evidence: fc.array(fc.record({ agreementId: words, period: words }), { maxLength: 3 }),
  analysisIds: fc.array(words, { maxLength: 3 }),
});
const at = (n: number) => `2026-09-01T00:00:00.${String(n).padStart(3, '0')}Z`;

/** Writes one content after the other, some of them published after, and says what was published at each instant. */
function written(steps: readonly { content: AssessmentContent; publish: boolean }[]) {
  const changes: Change[] = [];
  const then: (Publication | undefined)[] = [];
  let [now, published]: [AssessmentContent, Publication | undefined] = [unwritten, undefined];
  const step = (what: string, after: AssessmentContent) => {
    const version = changes.length + 1;
    const fields = fieldChanges(version === 1 ? {} : { ...now, state: 'draft' }, { ...after, state: what });
    changes.unshift({ version, at: at(version), by: 'sam', what, reason: null, fields });
    if (what === 'published') published = { ...after, version, asOf: at(version), by: 'sam' };
    now = after;
    then[version] = published;
  };
  for (const { content, publish } of steps) {
    step('changed', content);
    if (publish) step('published', content);
  }
  return { now, changes, then };
}

test('at every instant it is what was published last by then, whatever was written since', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ content: anyContent, publish: fc.boolean() }), { minLength: 1, maxLength: 8 }),
      (steps) => {
        const { now, changes, then } = written(steps);
        expect(publishedAt(now, changes, at(0))).toBeUndefined();
        for (const [version, expected] of then.entries())
          if (version > 0) expect(publishedAt(now, changes, at(version))).toEqual(expected);
      },
    ),
  );
});
