/** What a pack is for: a board's meeting, the yearly follow-up report, or a dialogue with an actor (requirement R33). */
export const packKinds = ['board', 'yearly', 'dialogue'] as const;
export type PackKind = (typeof packKinds)[number];

export const packFormats = ['pptx', 'pdf', 'docx'] as const;
export type PackFormat = (typeof packFormats)[number];

/** The formats that each kind is made in; the first is what is given where nobody asks for another. */
export const formatsOf: Readonly<Record<PackKind, readonly [PackFormat, ...PackFormat[]]>> = {
  board: ['pptx'],
  yearly: ['pdf', 'docx'],
  dialogue: ['pdf', 'docx'],
};

export const packStates = ['queued', 'running', 'done', 'failed'] as const;

/** A finished pack is kept so long, and then made anew. */
export const KEPT_DAYS = 30;
