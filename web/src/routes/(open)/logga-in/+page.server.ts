import { localPath } from '#lib/localPath.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

const faults = ['otillganglig', 'avbruten', 'ogiltig'] as const;

/** Where to go afterwards, and why the last attempt failed: both from the address, as the API redirects here. */
export const load: PageServerLoad = ({ url }) => ({
  returnTo: localPath(url.searchParams.get('returnTo')),
  fault: faults.find((fault) => fault === url.searchParams.get('fel')) ?? null,
});
