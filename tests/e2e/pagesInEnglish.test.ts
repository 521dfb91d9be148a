import { describe, expect, it } from 'vitest';
import { axeFindings, tooWide, unfold } from './look.ts';
import { openKind } from './openKind.ts';
import { pageKinds } from './pageKinds.ts';
import { LONG, setStage } from './stage.ts';

const stage = setStage();

describe('every kind of page', { timeout: LONG }, () => {
  // Colours are those of the Swedish one, which is looked at in both schemes.
  it.each(pageKinds)('is for everyone, narrow and all unfolded, in English: $name', async (kind) => {
    const { page } = await openKind(stage, kind, { language: 'en', width: 320, height: 640 });
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await tooWide(page)).toEqual([]);
    await unfold(page);
    expect(await tooWide(page)).toEqual([]);
    expect(await axeFindings(page, 'left out')).toEqual([]);
  });

  it.each(pageKinds.filter(({ path }) => path.startsWith('/rapporter')))(
    'fits a narrow screen without JavaScript: $name',
    async (kind) => {
      const { page } = await openKind(stage, kind, { width: 320, height: 640, script: false });
      expect(await tooWide(page)).toEqual([]);
    },
  );
});
