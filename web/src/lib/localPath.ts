const LONGEST = 2000;
const NOWHERE = 'http://nowhere.invalid';

/** A path of our own to go to, or `/` for anything that a browser would read as another site, and for the API. */
export function localPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > LONGEST || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return '/';
  if (!URL.canParse(wanted, NOWHERE)) return '/';
  const url = new URL(wanted, NOWHERE);
  if (url.origin !== NOWHERE || url.pathname.startsWith('//') || url.pathname.startsWith('/api/')) return '/';
  return url.pathname + url.search + url.hash;
}
