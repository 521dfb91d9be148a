import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings, inlineScripts, showInEnglish, tooWide, unfold } from './look.ts';
import { openKind } from './openKind.ts';
import { pageKinds, type PageKind } from './pageKinds.ts';
import { LONG, setStage } from './stage.ts';

const stage = setStage();

/** What is typed in lives by its script, also in English: these are opened once more for that. */
const isWrittenIn = ({ path }: PageKind): boolean => path.startsWith('/rapporter');

/** Fits its width, folded and unfolded; it stays unfolded. */
async function expectToFit(page: Page): Promise<void> {
  expect(await tooWide(page)).toEqual([]);
  await unfold(page);
  expect(await tooWide(page)).toEqual([]);
}

describe('every kind of page', { timeout: LONG }, () => {
  it.each(pageKinds)(
    'is for everyone, wide and light, then narrow, dark and all unfolded, then in English: $name',
    async (kind) => {
      const { page, response } = await openKind(stage, kind, {});
      const language = () => page.evaluate('document.documentElement.lang');
      expect(await language()).toBe('sv');
      expect(await axeFindings(page)).toEqual([]);
      expect(await inlineScripts(page)).toEqual([]);
      const policy = response.headers()['content-security-policy'];
      expect(policy).toMatch(/script-src 'self'(?: 'nonce-[^']+')?;/);
      expect(policy).toMatch(/style-src 'self'(?: 'nonce-[^']+')?;/);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 320, height: 640 });
      await expectToFit(page);
      expect(await axeFindings(page, 'colours')).toEqual([]);

      if (isWrittenIn(kind)) return;
      await showInEnglish(page);
      expect(await language()).toBe('en');
      await expectToFit(page);
      // All else is as in the Swedish one.
      expect(await axeFindings(page, 'words')).toEqual([]);
    },
  );
});

describe('pages of a report', { timeout: LONG }, () => {
  it.each(pageKinds.filter(isWrittenIn))(
    'are for everyone with script in English, narrow and all unfolded: $name',
    async (kind) => {
      const { page } = await openKind(stage, kind, { language: 'en', width: 320, height: 640 });
      expect(await page.evaluate('document.documentElement.lang')).toBe('en');
      await expectToFit(page);
      expect(await axeFindings(page, 'words')).toEqual([]);
    },
  );
});

describe('on paper', { timeout: LONG }, () => {
  /** The width of an A4 in pixels of CSS, less its margins. */
  const PAPER = Math.ceil(((210 - 2 * 18) / 25.4) * 96);
  const printed = ['receipt', 'an approved report', 'overview', 'area', 'review', 'version', 'history'];

  it.each(pageKinds.filter(({ name }) => printed.includes(name)))('$name is a clean A4', async (kind) => {
    const { page } = await openKind(stage, kind, { width: PAPER, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    for (const role of ['navigation', 'contentinfo'] as const) expect(await page.getByRole(role).count()).toBe(0);
    expect(await page.locator('button:visible, input:visible, .skip:visible').count()).toBe(0);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(await tooWide(page)).toEqual([]);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the page about the API', { timeout: LONG }, () => {
  it.each(['sv', 'en'] as const)('is for everyone, wide and narrow (%s)', async (language) => {
    const kind: PageKind = { name: 'about the API', who: 'nobody', path: '/api/docs' };
    const { page } = await openKind(stage, kind, { language });
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await axeFindings(page, 'colours')).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
  });
});
