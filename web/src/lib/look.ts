/** The choices of light and dark: as the device has it, or one of one's own. */
export const looks = ['auto', 'light', 'dark'] as const;
export type Look = (typeof looks)[number];

/** The cookie that remembers the choice. */
export const LOOK_COOKIE = 'utseende';

/** The look a cookie or a form asks for, or that of the device. */
export const lookFrom = (wanted: string | undefined): Look => looks.find((look) => look === wanted) ?? 'auto';
