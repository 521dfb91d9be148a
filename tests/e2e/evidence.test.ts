import { expect, test } from 'vitest';
import { z } from 'zod';
import { LONG, setStage } from './stage.ts';

const stage = setStage();

test(
  'what a figure is made of goes on from page to page, under the sum of all of it',
  async () => {
    const { page } = await stage.as('ledning', { script: false });
    const address = '/oversikt/starka-nyforetagande/radgivningstillfallen?period=2026';
    const rows = page
      .getByRole('region', { name: 'Det här består siffran av' })
      .locator('tbody tr', { has: page.getByRole('rowheader') });
    await page.goto(address);
    const all = await rows.allInnerTexts();
    expect(all.length).toBeGreaterThan(6);
    expect(await page.getByText('Hela underlaget finns under Ladda ned.').count()).toBe(0);

    const asked = 'from=2026&to=2026&focusArea=starka-nyforetagande&indicator=radgivningstillfallen&limit=5';
    const answer = await page.request.get(`/api/v1/summary/contributions?${asked}`);
    const { nextCursor } = z.object({ nextCursor: z.string() }).parse(await answer.json());
    await page.goto(`${address}&fran=${encodeURIComponent(nextCursor)}`);
    expect(await rows.allInnerTexts()).toEqual(all.slice(5));
    await page.getByText('Hela underlaget finns under Ladda ned.').waitFor();
    await page.getByRole('link', { name: 'Från början' }).click();
    expect(await rows.allInnerTexts()).toEqual(all);
  },
  LONG,
);
