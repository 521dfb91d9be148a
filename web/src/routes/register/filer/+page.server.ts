import { exportKinds, type ExportKind } from '@insatskollen/shared/exports/columns.ts';
import { fail } from '@sveltejs/kit';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { callApi, type ApiEvent } from '#lib/server/api.ts';
import { refuseForm, typedText } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';
import { fileTexts } from './texts.ts';

/** The other pages of the register have no script; here it follows how far a file has come. */
export const csr = true;

/** So much of a file as text travels with the page from its check to its reading in, packed. */
const MOST_CHARACTERS = 2_800_000;
const MOST_BYTES = 4 * 1024 * 1024;

const ResultSchema = z.object({
  rows: z.number(),
  created: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  errors: z.array(z.object({ row: z.number(), column: z.string(), message: z.string() })),
});

const ProgressSchema = z.object({
  running: z.object({ kind: z.enum(exportKinds), done: z.number(), total: z.number().nullable() }).nullable(),
});

/** A file as it was sent: what it is called, what it holds, and its content packed as text for the next step. */
interface Sent {
  kind: ExportKind;
  name: string;
  content: string;
}

export const load: PageServerLoad = async (event) => {
  coordinatorOrBack(event, '/register');
  const progress = await callApi(event, '/api/v1/imports/progress', { schema: ProgressSchema });
  // Files can be fetched and checked although nobody can say how far another one has come.
  const running = progress.ok ? progress.data.running : null;
  return { key: crypto.randomUUID(), kinds: exportKinds, running };
};

const kindIn = (form: FormData): ExportKind =>
  exportKinds.find((kind) => kind === typedText(form, 'kind')) ?? 'initiatives';

/** Words in the place of the API's, for a file that never gets that far. */
function refused(event: ApiEvent, form: FormData, text: 'noFile' | 'tooLarge') {
  const message = fileTexts[event.locals.language][text];
  const said = { code: text, title: message, detail: message, retryAfter: null, body: {} };
  return refuseForm(event, form, { ok: false, status: 422, ...said, errors: [{ path: 'file', code: text, message }] });
}

const send = (event: ApiEvent, kind: ExportKind, file: File, dryRun: boolean, key: string) =>
  callApi(event, `/api/v1/imports/${kind}${dryRun ? '?dryRun=true' : ''}`, {
    method: 'POST',
    file,
    schema: ResultSchema,
    ...(dryRun ? {} : { idempotencyKey: key }),
  });

export const actions: Actions = {
  /** Says what a file would do. */
  try: async (event) => {
    const form = await event.request.formData();
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0) return refused(event, form, 'noFile');
    const content = gzipSync(new Uint8Array(await file.arrayBuffer())).toString('base64');
    if (content.length > MOST_CHARACTERS) return refused(event, form, 'tooLarge');
    const sent: Sent = { kind: kindIn(form), name: file.name, content };
    const answer = await send(event, sent.kind, file, true, '');
    if (!answer.ok) return refuseForm(event, form, answer);
    return { sent, result: answer.data, done: null };
  },
  /** Reads in the file that was checked, as it was then. */
  readIn: async (event) => {
    const form = await event.request.formData();
    const sent: Sent = { kind: kindIn(form), name: typedText(form, 'name'), content: typedText(form, 'content') };
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(gunzipSync(Buffer.from(sent.content, 'base64'), { maxOutputLength: MOST_BYTES }));
    } catch {
      return refused(event, form, 'noFile');
    }
    const answer = await send(event, sent.kind, new File([bytes], sent.name), false, typedText(form, 'key'));
    if (answer.ok)
      return {
        sent: { ...sent, content: '' },
        result: answer.data,
        done: answer.status === 202 ? ('goesOn' as const) : ('all' as const),
      };
    const result = ResultSchema.safeParse(answer.body);
    // Somebody has changed something since it was checked: it is shown as it is now.
    return result.success
      ? fail(answer.status, { sent, result: result.data, done: null })
      : refuseForm(event, form, answer);
  },
};
