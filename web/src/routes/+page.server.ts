import { redirect } from '@sveltejs/kit';
import { homeOf } from '#lib/roles.ts';
import type { PageServerLoad } from './$types';

/** Everyone begins where their work is. */
export const load: PageServerLoad = ({ locals }) => redirect(303, homeOf(locals.me?.roles ?? []));
