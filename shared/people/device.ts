const browsers = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const;
const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const;

/**
 * A browser in words that its owner knows it by, `Firefox, Windows`, from what it says of itself; `null` when that says nothing.
 * No more of it is kept: versions and the rest would tell people apart.
 */
export function deviceOf(userAgent: string | undefined): string | null {
  const named = [browsers, systems].flatMap((kinds) => {
    const found = kinds.find(([, pattern]) => pattern.test(userAgent ?? ''));
    return found ? [found[0]] : [];
  });
  return named.length > 0 ? named.join(', ') : null;
}
