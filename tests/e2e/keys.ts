import type { Page } from 'playwright-core';

/** Where the keyboard is. */
interface Stop {
  name: string;
  /** Whether a thick line is drawn around it. */
  outlined: boolean;
  /** Whether it is on the screen, with nothing over it. */
  seen: boolean;
}

const STOP = `(() => {
  const at = document.activeElement;
  // Between the end of the page and its beginning the keyboard is with the browser.
  if (at === document.body) return { name: '', outlined: true, seen: true };
  const label = at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText ?? at.innerText ?? '';
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const over = document.elementFromPoint(box.left + Math.min(box.width / 2, 60), box.top + Math.min(box.height / 2, 20));
  return {
    name: label.replaceAll(/\\s+/g, ' ').trim(),
    outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    seen: over !== null && (at === over || at.contains(over) || over.contains(at)),
  };
})()`;

/** What has the focus now. */
export const stopAt = (page: Page): Promise<Stop> => page.evaluate<Stop>(STOP);

/**
 * Goes on with Tab until something of a name has the focus, and answers with every stop on the way, the last one included. Throws
 * when it never comes.
 */
export async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let pressed = 0; pressed < 120; pressed++) {
    await page.keyboard.press(key);
    const stop = await stopAt(page);
    stops.push(stop);
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return stops;
  }
  throw new Error(`never at ${String(name)}: ${stops.map((stop) => stop.name).join(' | ')}`);
}

/** The stops where one would not know where one is. */
export const lost = (stops: readonly Stop[]): Stop[] => stops.filter(({ outlined, seen }) => !outlined || !seen);
