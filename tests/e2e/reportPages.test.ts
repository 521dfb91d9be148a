import { describe, expect, it } from 'vitest';
import { axeFindings, tooWide, unfold } from './look.ts';
import { openKind } from './openKind.ts';
import { pageKinds } from './pageKinds.ts';
import { LONG, setStage } from './stage.ts';

const stage = setStage();

// What is typed in lives by its script, and must do without: both are seen here in full.
describe.each(pageKinds.filter(({ path }) => path.startsWith('/rapporter')))(
  'on a narrow screen: $name',
  { timeout: LONG },
  (kind) => {
    it('is for everyone with script, all unfolded, in English', async () => {
      const { page } = await openKind(stage, kind, { language: 'en', width: 320, height: 640 });
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await tooWide(page)).toEqual([]);
      await unfold(page);
      expect(await tooWide(page)).toEqual([]);
      expect(await axeFindings(page, 'left out')).toEqual([]);
    });

    it('fits without', async () => {
      const { page } = await openKind(stage, kind, { width: 320, height: 640, script: false });
      expect(await tooWide(page)).toEqual([]);
    });
  },
);
