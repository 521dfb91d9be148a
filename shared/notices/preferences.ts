import { z } from 'zod';

/** What the product can tell somebody of. Deadlines follow from the calendar; the others from what happens. */
export const noticeKinds = [
  'deadline',
  'returned',
  'reopened',
  'approved',
  'reviewTaken',
  'reviewTakenOver',
  'reopenRequested',
  'commented',
  'agreementEnding',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What one can be without: nothing is asked of anybody by it. */
export const optionalKinds = [
  'approved',
  'reviewTaken',
  'reviewTakenOver',
  'commented',
  'agreementEnding',
] as const satisfies readonly NoticeKind[];

export const rhythms = ['daily', 'weekly'] as const;

/** How somebody wants to be told. `off` names the kinds that they do without. */
export const PreferencesSchema = z.strictObject({
  language: z.enum(['sv', 'en']),
  rhythm: z.enum(rhythms),
  off: z.array(z.enum(optionalKinds)).refine((kinds) => new Set(kinds).size === kinds.length, {
    params: { code: 'twice', en: 'The same kind is named twice.' },
    message: 'Samma slag är nämnt två gånger.',
  }),
});
export type Preferences = z.infer<typeof PreferencesSchema>;

/** For whoever has chosen nothing. */
export const usualPreferences: Preferences = { language: 'sv', rhythm: 'daily', off: [] };

export const wants = ({ off }: Preferences, kind: NoticeKind): boolean => !off.some((one) => one === kind);

/** What is asked of somebody, so that it comes the same day also to who is told once a week. */
export const isUrgent = (kind: NoticeKind): boolean => kind === 'returned' || kind === 'reopened';
