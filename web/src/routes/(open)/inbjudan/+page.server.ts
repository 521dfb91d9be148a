import type { PageServerLoad } from './$types';

export const csr = false;

const faults = ['saknas', 'ogiltig', 'anvand', 'utgangen', 'avslutad'] as const;

/** Why nobody could be let in. The API redirects here; without a reason, the person has no invitation. */
export const load: PageServerLoad = ({ url }) => ({
  fault: faults.find((fault) => fault === url.searchParams.get('fel')) ?? 'saknas',
});
