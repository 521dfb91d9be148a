import { z } from 'zod';
import { timeOfDay } from '../calendar/activity.ts';
import { aDay, oneLine, optionalText } from '../oneLine.ts';

const MOST_PEOPLE = 40;
const MOST_REPORTS = 12;
const MOST_ACTIONS = 50;

/** Something that was agreed in a dialogue: who does what until when, followed until it is done (requirement R25). */
const actionContent = {
  text: oneLine(300),
  /** Whose it is: the actor's or the region's. */
  side: z.enum(['actor', 'region']),
  /** Who there, in words: a name or a function. */
  owner: oneLine(100),
  due: aDay,
  /** The day it was done; none while it is open. */
  done: aDay.nullish().transform((day) => day ?? null),
  comment: optionalText(500),
};
export const ActionContentSchema = z.strictObject(actionContent);
export type ActionContent = z.infer<typeof ActionContentSchema>;
export const ActionSchema = z.object({ id: z.string(), ...actionContent });
export type Action = z.infer<typeof ActionSchema>;

/** A meeting between the region and an actor around reports (requirement R2), as people write it. */
export const DialogueContentSchema = z.strictObject({
  actorId: z.string().max(100),
  day: aDay,
  time: timeOfDay,
  endTime: timeOfDay,
  place: optionalText(200),
  people: z.array(oneLine(100)).max(MOST_PEOPLE).default([]),
  /** The reports that it is about. */
  reports: z
    .array(z.strictObject({ agreementId: z.string().max(100), period: z.string().max(20) }))
    .max(MOST_REPORTS)
    .default([]),
  notes: optionalText(10_000),
  cancelled: z.boolean().default(false),
});
export type DialogueContent = z.infer<typeof DialogueContentSchema>;

export const DialogueSchema = z.object({
  ...DialogueContentSchema.shape,
  id: z.string(),
  version: z.number(),
  actions: z.array(ActionSchema).default([]),
});
export type Dialogue = z.infer<typeof DialogueSchema>;

const texts = {
  unknownActor: { sv: 'Aktören finns inte.', en: 'There is no such actor.' },
  unknownReport: { sv: 'Aktören har ingen sådan rapport.', en: 'The actor has no such report.' },
  twice: { sv: 'Rapporten är redan vald.', en: 'The report is chosen already.' },
  endTimeBefore: { sv: 'Sluttiden ligger före starttiden.', en: 'It ends before it begins.' },
  endTimeAlone: { sv: 'Skriv också när det börjar.', en: 'Enter when it begins too.' },
  fixed: { sv: 'Det här går inte att ändra.', en: 'This cannot be changed.' },
  tooMany: { sv: 'Högst 50 överenskommelser.', en: 'At most 50 agreed actions.' },
};
type Code = keyof typeof texts;

const fault = (path: string, code: Code, language: 'sv' | 'en') => ({ path, code, message: texts[code][language] });

/** Everything wrong with a dialogue beside each field by itself. `known` tells which reports the actor has. */
export function dialogueFaults(
  dialogue: DialogueContent,
  before: DialogueContent | undefined,
  known: { actor: (id: string) => boolean; report: (of: { agreementId: string; period: string }) => boolean },
  language: 'sv' | 'en',
) {
  const found: [path: string, code: Code][] = [];
  if (!known.actor(dialogue.actorId)) found.push(['actorId', 'unknownActor']);
  if (before !== undefined && before.actorId !== dialogue.actorId) found.push(['actorId', 'fixed']);
  if (dialogue.endTime !== null && dialogue.time === null) found.push(['time', 'endTimeAlone']);
  if (dialogue.endTime !== null && dialogue.time !== null && dialogue.endTime < dialogue.time)
    found.push(['endTime', 'endTimeBefore']);
  const seen = new Set<string>();
  for (const [n, report] of dialogue.reports.entries()) {
    const key = `${report.agreementId} ${report.period}`;
    if (seen.has(key)) found.push([`reports.${n}`, 'twice']);
    else if (!known.report(report)) found.push([`reports.${n}`, 'unknownReport']);
    seen.add(key);
  }
  return found.map(([path, code]) => fault(path, code, language));
}

/** A dialogue with one more agreed action, numbered on. Refused when there are too many. */
export function withAction(dialogue: Dialogue, action: ActionContent, language: 'sv' | 'en') {
  if (dialogue.actions.length >= MOST_ACTIONS) return { errors: [fault('text', 'tooMany', language)] };
  const id = String(Math.max(0, ...dialogue.actions.map((one) => Number(one.id))) + 1);
  return { dialogue: { ...dialogue, actions: [...dialogue.actions, { ...action, id }] } };
}

/** A dialogue with one action changed; `undefined` where it has none of that number. */
export function withChangedAction(
  dialogue: Dialogue,
  id: string,
  change: Partial<ActionContent>,
): Dialogue | undefined {
  if (!dialogue.actions.some((action) => action.id === id)) return undefined;
  const actions = dialogue.actions.map((action) => (action.id === id ? { ...action, ...change } : action));
  return { ...dialogue, actions };
}

/** An action with the dialogue that it was agreed in. */
export type Agreed = Action & { dialogueId: string; day: string; actorId: string };

/** What dialogues left to be done, by the day it is due. Those that were called off left nothing. */
export function openActions(dialogues: readonly Dialogue[]): Agreed[] {
  return dialogues
    .filter(({ cancelled }) => !cancelled)
    .flatMap(({ id: dialogueId, day, actorId, actions }) =>
      actions.filter(({ done }) => done === null).map((action) => ({ ...action, dialogueId, day, actorId })),
    )
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.text.localeCompare(b.text, 'sv'));
}

/** What was agreed in earlier dialogues with the same actor and is either open or was done since the last of them. */
export function actionsFromLastTime(dialogues: readonly Dialogue[], of: Pick<Dialogue, 'id' | 'day'>): Agreed[] {
  const earlier = dialogues.filter(({ id, day, cancelled }) => id !== of.id && day <= of.day && !cancelled);
  const last =
    earlier
      .map(({ day }) => day)
      .toSorted()
      .at(-1) ?? '';
  return earlier
    .flatMap(({ id: dialogueId, day, actorId, actions }) =>
      actions
        .filter(({ done }) => done === null || done >= last)
        .map((action) => ({ ...action, dialogueId, day, actorId })),
    )
    .toSorted((a, b) => a.due.localeCompare(b.due));
}
