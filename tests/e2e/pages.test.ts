import { describe, expect, it } from 'vitest';
import type { Response } from 'playwright-core';
import { axeFindings, inlineScripts, tooWide, unfold } from './look.ts';
import { pageKinds, type PageKind } from './pageKinds.ts';
import { LONG, setStage, type Account } from './stage.ts';
import type { Manner, Visit } from './visit.ts';

const stage = setStage();

async function open({ who, path, status = 200 }: PageKind, manner: Manner): Promise<Visit & { response: Response }> {
  const come = (account: Account) => (status === 200 ? stage.looking(account, manner) : stage.as(account, manner));
  const visit = await (who === 'nobody' ? stage.asNobody(manner) : come(who));
  if (status !== 200) visit.expects(new RegExp(`status of ${status}`));
  const response = await visit.page.goto(path);
  if (response === null) throw new Error('nothing was opened');
  expect(response.status()).toBe(status);
  return { ...visit, response };
}

describe('every kind of page', { timeout: LONG }, () => {
  it.each(pageKinds)('is for everyone, wide and light, then dark, in Swedish: $name', async (kind) => {
    const { page, response } = await open(kind, {});
    expect(await page.locator('html').getAttribute('lang')).toBe('sv');
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page, ['color-contrast'])).toEqual([]);
    expect(await inlineScripts(page)).toEqual([]);
    const policy = response.headers()['content-security-policy'];
    expect(policy).toMatch(/script-src 'self'(?: 'nonce-[^']+')?;/);
    expect(policy).toMatch(/style-src 'self'(?: 'nonce-[^']+')?;/);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await tooWide(page)).toEqual([]);
    await unfold(page);
    expect(await tooWide(page)).toEqual([]);
  });

  it.each(pageKinds)('is for everyone, narrow and dark, all unfolded, in English: $name', async (kind) => {
    const { page } = await open(kind, { language: 'en', colours: 'dark', width: 320, height: 640 });
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await tooWide(page)).toEqual([]);
    await unfold(page);
    expect(await tooWide(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await axeFindings(page, ['color-contrast'])).toEqual([]);
  });

  it.each(pageKinds.filter(({ path }) => path.startsWith('/rapporter')))(
    'fits a narrow screen without JavaScript: $name',
    async (kind) => {
      const { page } = await open(kind, { width: 320, height: 640, script: false });
      expect(await tooWide(page)).toEqual([]);
    },
  );
});

describe('on paper', { timeout: LONG }, () => {
  /** The width of an A4 in pixels of CSS, less its margins. */
  const PAPER = Math.ceil(((210 - 2 * 18) / 25.4) * 96);
  const printed = ['receipt', 'an approved report', 'overview', 'area', 'review', 'version', 'history'];

  it.each(pageKinds.filter(({ name }) => printed.includes(name)))('$name is a clean A4', async (kind) => {
    const { page } = await open(kind, { width: PAPER, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    for (const role of ['navigation', 'contentinfo'] as const) expect(await page.getByRole(role).count()).toBe(0);
    expect(await page.locator('button:visible, input:visible, .skip:visible').count()).toBe(0);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(await tooWide(page)).toEqual([]);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
