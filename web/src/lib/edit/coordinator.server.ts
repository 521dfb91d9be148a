import { can } from '@insatskollen/shared/people/permissions.ts';
import { redirect } from '@sveltejs/kit';
import type { ApiEvent } from '#lib/server/api.ts';

/** Whether the visitor may change the register. */
export const mayChangeRegister = ({ locals }: ApiEvent): boolean =>
  locals.me !== null && can({ ...locals.me, active: true }, 'register.change');

/** Sends whoever may not change the register to where it is read. */
export function coordinatorOrBack(event: ApiEvent, back: string): void {
  if (!mayChangeRegister(event)) redirect(303, back);
}
