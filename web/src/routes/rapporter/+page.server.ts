import { redirect } from '@sveltejs/kit';
import { homeOf } from '#lib/roles.ts';
import type { PageServerLoad } from './$types';

/** Reports have no list of their own: everyone's is where their work with them is. */
export const load: PageServerLoad = ({ locals }) => redirect(303, homeOf(locals.me?.roles ?? []));
