import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { z } from 'zod';
import { callApi, type ApiEvent } from '#lib/server/api.ts';
import { refuseForm, typedText, type RefusedForm } from '#lib/server/form.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import type { Telling } from './history.server.ts';
import { mergeThings, type Thing } from './merge.ts';
import { fieldName, valueText } from './valueText.ts';

/** Somebody else saved first: who and when, and what both have changed. */
export interface Conflict {
  who: string | null;
  when: string | null;
  both: { name: string; theirs: string; mine: string }[];
}

/** What a page gets as `form` after a refusal: the thing as it was about to be, as the form shows it. */
export interface EditForm<Shown> extends RefusedForm {
  shown: Shown;
  /** What the next try starts from. */
  start: Start;
  conflict: Conflict | null;
}

/** What a form starts from: a version of the thing and how it was then. A new thing has neither. */
export interface Start {
  version: string;
  base: string;
}

const ThingSchema = z.looseObject({ id: z.string().default(''), version: z.number() });
const StaleSchema = z.looseObject({
  current: z.looseObject({ changedAt: z.string().nullish() }).optional(),
  changedBy: z.looseObject({ name: z.string().nullable() }).nullish(),
});

/** The thing as it was when the form was made, without its id and version. */
export function baseOf(form: FormData): Thing {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(typedText(form, 'base') || '{}'));
  } catch {
    return {};
  }
}

/** What a form for this thing starts from. */
export const startOf = (thing: { version: number } & Thing): Start => ({
  version: String(thing.version),
  base: JSON.stringify(contentOf(thing)),
});
export const newStart: Start = { version: '', base: '' };

const contentOf = (thing: Thing): Thing =>
  Object.fromEntries(Object.entries(thing).filter(([name]) => name !== 'id' && name !== 'version'));

interface Sending<Shown> extends Telling {
  /** From `/api/v1`: `/actors` to make one, `/actors/almi` to change it. */
  path: string;
  method: 'POST' | 'PUT';
  /** The whole thing, without id and version. */
  thing: Thing;
  /** A thing, however incomplete, as the form shows it. */
  show: (thing: Thing) => Shown;
  /** Where to go when it is saved. */
  to: (id: string) => string;
}

/** The form again with what was typed and room for more, where that was asked for; nothing is saved. */
export function moreRows<Shown>(form: FormData, shown: Shown): EditForm<Shown> | undefined {
  if (!form.has('more')) return undefined;
  const start = { version: typedText(form, 'version'), base: typedText(form, 'base') };
  const typed = { reason: typedText(form, 'reason') };
  return { code: 'more', title: '', detail: '', errors: [], typed, signedOut: false, shown, start, conflict: null };
}

/** Saves a thing from a form and goes on, or answers with everything typed and what was in the way. */
export async function send<Shown>(
  event: ApiEvent,
  form: FormData,
  sending: Sending<Shown>,
): Promise<ActionFailure<EditForm<Shown>>> {
  const { path, method, thing } = sending;
  const start = { version: typedText(form, 'version'), base: typedText(form, 'base') };
  const reason = typedText(form, 'reason');
  const answer = await callApi(event, `/api/v1${path}`, {
    method,
    body: { ...thing, ...(reason === '' ? {} : { reason }) },
    schema: ThingSchema,
    idempotencyKey: typedText(form, 'key'),
    ...(method === 'PUT' ? { ifMatch: `"${start.version}"` } : {}),
  });
  if (answer.ok) redirect(303, savedAt(sending.to(answer.data.id)));
  const { status, data } = refuseForm(event, form, answer);
  const conflict = status === 412 ? await meet(event, form, answer, sending) : null;
  return fail(status, { ...data, shown: sending.show(thing), start, conflict: null, ...conflict });
}

const savedAt = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}sparat`;

/** Brings what was typed and what somebody else saved together. */
async function meet<Shown>(
  event: ApiEvent,
  form: FormData,
  refusal: Refusal,
  { path, thing, show, fields, nameOf }: Sending<Shown>,
): Promise<Pick<EditForm<Shown>, 'shown' | 'start' | 'conflict'> | null> {
  const now = await callApi(event, `/api/v1${path}`, { schema: ThingSchema });
  if (!now.ok) return null;
  const { language } = event.locals;
  const { merged, both } = mergeThings(baseOf(form), thing, contentOf(now.data));
  const said = StaleSchema.safeParse(refusal.body);
  return {
    shown: show(merged),
    start: startOf(now.data),
    conflict: {
      who: (said.success && said.data.changedBy?.name) || null,
      when: (said.success && said.data.current?.changedAt) || null,
      both: both.map(({ path: at, theirs, mine }) => ({
        name: fieldName(fields, at),
        theirs: valueText(theirs, nameOf, language),
        mine: valueText(mine, nameOf, language),
      })),
    },
  };
}
