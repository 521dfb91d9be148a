import type { Browser, BrowserContext, Page } from 'playwright-core';

/** How somebody comes: what their browser can do and shows. */
export interface Manner {
  script?: boolean;
  language?: 'sv' | 'en';
  colours?: 'light' | 'dark';
  width?: number;
  height?: number;
  cookies?: Awaited<ReturnType<BrowserContext['cookies']>>;
}

/** One browser with one page open, and what went wrong in it. */
export interface Visit {
  context: BrowserContext;
  page: Page;
  /** What the browser's console had to complain of, in any of its pages. */
  complaints: string[];
  /** Complaints that the test is about, such as a page that is not there, are none. */
  expects(complaint: RegExp): void;
}

/** Addresses of the local sign-in service. */
const isSignIn = (address: string): boolean => address.startsWith('http://127.0.0.1:');

/** How long a page may take to become what it should: two cores may be shared with much else. */
const PATIENCE_MS = 45_000;

export async function openVisit(browser: Browser, origin: string, manner: Manner): Promise<Visit> {
  const { script = true, language = 'sv', colours = 'light', width = 1280, height = 800, cookies = [] } = manner;
  const context = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled: script,
    viewport: { width, height },
    colorScheme: colours,
    reducedMotion: 'reduce',
    locale: language === 'sv' ? 'sv-SE' : 'en-GB',
    timezoneId: 'Europe/Stockholm',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const own = cookies.filter(({ name }) => name !== 'sprak');
  await context.addCookies([...own, { name: 'sprak', value: language, url: origin }]);
  const complaints: string[] = [];
  const expected: RegExp[] = [];
  const complain = (text: string) => {
    if (!expected.some((one) => one.test(text))) complaints.push(text);
  };
  const isOurs = (address: string) => address === '' || address.startsWith(origin);
  context.on('console', (message) => {
    const { url } = message.location();
    if (message.type() === 'error' && isOurs(url)) complain(`${message.text()} ${url}`);
  });
  // Nothing is fetched from anybody else; the sign-in service of this machine is where one goes to sign in.
  context.on('request', (request) => {
    const isHere = isOurs(request.url()) || !/^(?:https?|wss?):/.test(request.url());
    if (!isHere && !(request.isNavigationRequest() || isSignIn(request.frame().url())))
      complain(`asked for ${request.url()}`);
  });
  context.on('dialog', (dialog) => {
    // The browser asks before a page with something unsaved is left; nothing else may ask so.
    if (dialog.type() !== 'beforeunload') complain(`a dialog opened: ${dialog.message()}`);
    void dialog.accept();
  });
  context.on('weberror', (error) => complain(error.error().stack ?? error.error().message));
  const page = await context.newPage();
  return { context, page, complaints, expects: (complaint) => void expected.push(complaint) };
}

/** Signs in as one of the demo's people, through the sign-in page and the picker, and ends where they begin. */
export async function signIn(page: Page, origin: string, account: string, from = '/logga-in'): Promise<void> {
  await page.goto(from);
  await page
    .locator('main')
    .getByRole('link', { name: /^(Logga in|Sign in)$/ })
    .click();
  await choosePerson(page, account);
  await page.waitForURL((url) => url.origin === origin && !url.pathname.startsWith('/api/'));
}

/** Chooses who to be, on the page of the sign-in service. */
export const choosePerson = (page: Page, account: string): Promise<void> =>
  page
    .getByRole('button')
    .filter({ hasText: `${account}@` })
    .click();
