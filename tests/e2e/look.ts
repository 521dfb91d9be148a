import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  impact: string | null;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** What axe can be asked about alone: colours, or the words that a page and all in it are called by. */
const subjects = {
  colours: ['color-contrast'],
  words: [
    ...['document-title', 'html-has-lang', 'html-lang-valid', 'valid-lang', 'empty-heading', 'empty-table-header'],
    ...[
      'button-name',
      'link-name',
      'summary-name',
      'select-name',
      'label',
      'label-title-only',
      'label-content-name-mismatch',
    ],
    ...[
      'aria-command-name',
      'aria-input-field-name',
      'aria-meter-name',
      'aria-progressbar-name',
      'aria-toggle-field-name',
    ],
    ...['image-alt', 'svg-img-alt', 'role-img-alt', 'frame-title', 'landmark-unique'],
  ],
};

/** What axe finds on a page as it stands, each finding in a line; about one subject, where that is asked for. */
export async function axeFindings(page: Page, about?: keyof typeof subjects): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await addAxe(page);
  const options = {
    resultTypes: ['violations'],
    ...(about ? { runOnly: subjects[about] } : {}),
  };
  const { violations } = await page.evaluate<{ violations: Finding[] }>(
    `axe.run(document, ${JSON.stringify(options)})`,
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${impact} ${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Straight into the page: half a megabyte goes through the driver's own way of running a script in twice the time. */
async function addAxe(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const { exceptionDetails } = await devTools.send('Runtime.evaluate', { expression: `${axe};true` });
  await devTools.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.text);
}

/** The same of a page without script, shown as it stands in one that has: axe itself is a script. */
export async function axeFindingsWithoutScript(page: Page, scripted: Page): Promise<string[]> {
  const body = (await page.content()).replaceAll(/<script[\s\S]*?<\/script>/g, '');
  const { origin, pathname } = new URL(page.url());
  await scripted.route(
    (url) => url.origin === origin && url.pathname === pathname,
    (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  );
  await scripted.goto(pathname);
  return axeFindings(scripted);
}

/**
 * Shows the same page in English, as it is served to a browser without script: in the same document, so that nothing has to be
 * loaded anew, neither the page's looks nor what looks at it. The page no longer answers then.
 */
export async function showInEnglish(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  const choose = (value: 'sv' | 'en') => page.context().addCookies([{ name: 'sprak', value, url: origin }]);
  await choose('en');
  await page.evaluate(`fetch(location.href).then((answer) => answer.text()).then((text) => {
    const served = new DOMParser().parseFromString(text, 'text/html');
    document.documentElement.lang = served.documentElement.lang;
    document.title = served.title;
    document.body.replaceWith(document.adoptNode(served.body));
  })`);
  await choose('sv');
}

/** Unfolds everything, so that nothing is left unseen. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');

/**
 * What reaches outside the page's width: the page itself, when it scrolls sideways, and everything that can be pressed or typed
 * in. Tables may scroll within their own frame.
 */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const width = document.documentElement.clientWidth;
    const found = [];
    if (document.documentElement.scrollWidth > width)
      found.push('the page is ' + document.documentElement.scrollWidth + ' wide');
    const skip = (one) => one.closest('.table, .heard, .skip, dialog:not([open])') !== null || !one.checkVisibility();
    for (const one of document.querySelectorAll('a, button, input, select, textarea, summary, svg, table')) {
      if (skip(one)) continue;
      const { left, right } = one.getBoundingClientRect();
      if (left < -0.5 || right > width + 0.5)
        found.push(one.localName + ' ' + (one.name || one.textContent || '').trim().slice(0, 60) + ' ' + left + '–' + right);
    }
    return found;
  })()`);

/** Scripts and handlers in the page itself that carry no nonce, and would run if the policy let them. */
export const inlineScripts = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => [
    ...[...document.scripts].filter((one) => !one.src && one.nonce === '' && !/json/.test(one.type)).map((one) => one.text.slice(0, 80)),
    ...[...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('on'))),
  ])()`);
