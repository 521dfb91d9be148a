import { getContext, setContext } from 'svelte';
import type { laterParts } from './laterParts.ts';

/** Parts that few reports need: what review said, and the choice between two answers. Their code comes when it is needed. */
export type LateParts = typeof laterParts;
export const fetchLateParts = async (): Promise<LateParts> => (await import('./laterParts.ts')).laterParts;

const KEY = 'late-parts';

/** Gives the form's parts those that come late. Called once, by the page. */
export const setLateParts = (parts: () => LateParts | null): (() => LateParts | null) => setContext(KEY, parts);

/** What has come of them. Call while a component starts, and ask what it gives when it is shown. */
export const lateParts = (): (() => LateParts | null) => getContext<() => LateParts | null>(KEY);
