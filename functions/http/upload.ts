import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Context } from 'hono';
import { readAtMost } from './body.ts';

/** What the gateway before the function takes of a file, with what a form and its coding add to it. */
const LARGEST_FILE_BYTES = 4 * 1024 * 1024;
const FORM_BYTES = 4096;

const texts = {
  tooLarge: { sv: 'Filen är för stor. Gränsen är 4 MB.', en: 'The file is too large. The limit is 4 MB.' },
  notAForm: {
    sv: 'Skicka filen i ett formulär (multipart/form-data), i fältet file.',
    en: 'Send the file in a form (multipart/form-data), in the field file.',
  },
  malformed: { sv: 'Formuläret går inte att läsa.', en: 'The form cannot be read.' },
  noFile: { sv: 'Välj en fil.', en: 'Choose a file.' },
};

/** A file as it was sent. */
export interface Upload {
  name: string;
  bytes: Uint8Array;
}

/** Reads the one file of a form: 413 over 4 MB, 415 when something else was sent, 400 when it cannot be read, 422 without a file. */
export async function readUpload(c: Context, language: 'sv' | 'en'): Promise<Upload> {
  const tooLarge = new Refused('tooLarge', { detail: texts.tooLarge[language] });
  const bytes = await readAtMost(c.req.raw, LARGEST_FILE_BYTES + FORM_BYTES).catch((error: unknown) => {
    throw error instanceof Refused ? tooLarge : error;
  });
  const type = c.req.header('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) throw new Refused('notJson', { detail: texts.notAForm[language] });
  const form = await formIn(bytes, type);
  if (!form) throw new Refused('malformed', { detail: texts.malformed[language] });
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0)
    throw new Refused('invalid', { errors: [{ path: 'file', code: 'noFile', message: texts.noFile[language] }] });
  if (file.size > LARGEST_FILE_BYTES) throw tooLarge;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function formIn(bytes: Uint8Array, type: string): Promise<FormData | undefined> {
  try {
    return await new Response(Buffer.from(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    return undefined;
  }
}
