import { fail, type ActionFailure } from '@sveltejs/kit';
import { keptFields } from '#lib/keptForm.ts';
import type { ApiEvent } from './api.ts';
import type { Fault, Refusal } from './refusal.ts';

/** What a page gets as `form` after a refusal. */
export interface RefusedForm {
  code: string;
  title: string;
  detail: string;
  errors: Fault[];
  /** Everything typed, by field name; the last value where a name was sent twice. */
  typed: Record<string, string>;
  signedOut: boolean;
}

/**
 * Answers a form that the API refused, with everything typed. When the page itself cannot be made again (signed out, or the
 * data is away), the form is shown without it, see `KeptForm.svelte`.
 */
export function refuseForm(event: ApiEvent, form: FormData, refusal: Refusal): ActionFailure<RefusedForm> {
  const signedOut = refusal.status === 401;
  const fields = keptFields(form);
  if (signedOut || refusal.status >= 500) {
    const action = event.url.pathname + event.url.search;
    event.locals.kept = { action, reason: signedOut ? 'signedOut' : 'away', fields };
  }
  const { code, title, detail, errors } = refusal;
  const typed = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  return fail(refusal.status, { code, title, detail, errors, typed, signedOut });
}

/** A field's text as typed, without its outer blanks; empty where it was not sent. */
export function typedText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
