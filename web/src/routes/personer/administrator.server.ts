import { can } from '@insatskollen/shared/people/permissions.ts';
import { refusals } from '@insatskollen/shared/refusals.ts';
import { error } from '@sveltejs/kit';
import type { ApiEvent } from '#lib/server/api.ts';

/** The error page for whoever does not keep the register of people. */
export function administratorOrRefuse({ locals }: ApiEvent): void {
  if (locals.me !== null && can({ ...locals.me, active: true }, 'people.change')) return;
  const { status, [locals.language]: message } = refusals.notAllowed;
  error(status, { message, code: 'notAllowed' });
}
