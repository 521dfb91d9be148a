import { CommentContentSchema, speakerOf, toldOf, withdrawn } from '@insatskollen/shared/comments/comment.ts';
import { expect, test } from 'vitest';

const comment = {
  id: 'c1',
  at: '2026-11-20T07:00:00.000Z',
  by: 'p1',
  role: 'department' as const,
  text: 'Hur når ni de mindre orterna?',
  withdrawnAt: null,
};

test.each([
  [['department'], 'department'],
  [['department', 'leader'], 'leader'],
  [['leader', 'reporter', 'coordinator'], 'coordinator'],
  [['reporter', 'admin'], undefined],
  [[], undefined],
] as const)('someone with the roles %j speaks as %s', (roles, speaker) => {
  expect(speakerOf(roles)).toBe(speaker);
});

test('what is taken back keeps who, when and as what, and nothing that was said', () => {
  const after = withdrawn(comment, '2026-11-21T07:00:00.000Z');
  expect(after).toEqual({ ...comment, text: null, withdrawnAt: '2026-11-21T07:00:00.000Z' });
  for (const one of [comment, after]) expect(toldOf(one)).not.toHaveProperty('text');
});

test.each([
  ['Bra.', 'Bra.'],
  ['  Första.\r\nAndra.  ', 'Första.\nAndra.'],
  ['å'.repeat(2_000), 'å'.repeat(2_000)],
  ['å'.repeat(2_001), undefined],
  [' \n ', undefined],
  ['a\u0007b', undefined],
  [12, undefined],
])('the text %j is kept as %j', (text, kept) => {
  expect(CommentContentSchema.safeParse({ text }).data?.text).toBe(kept);
});
