const LONGEST = 2000;

/**
 * A path of our own to come back to after sign-in, or `/` for anything else.
 * Browsers read `//host`, `/\host` and a tab in between as another site, and `/.//host` becomes one once it is resolved.
 */
export function localPath(wanted: string | undefined, origin: string): string {
  if (!wanted || wanted.length > LONGEST || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted) || !URL.canParse(wanted, origin))
    return '/';
  const url = new URL(wanted, origin);
  const path = url.pathname + url.search + url.hash;
  if (url.origin !== origin || path.startsWith('//') || path.startsWith('/api/')) return '/';
  return path;
}
