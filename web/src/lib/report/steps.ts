/** The steps of a report's form, by what stands in the address. */
export const steps = ['siffror', 'texter', 'granska'] as const;
export type Step = (typeof steps)[number];

/** The step that an address asks for; the first for anything else. */
export const stepFrom = (text: string | null): Step => steps.find((step) => step === text) ?? 'siffror';

/** The step where a path's field is. */
export const stepOf = (path: string): Step => (path.startsWith('texts.') ? 'texter' : 'siffror');
