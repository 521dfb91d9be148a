import { expect, test, vi } from 'vitest';
import { LONG, setStage } from './stage.ts';

const stage = setStage();

test(
  'what was just written is found without a script by those who may read it, with its words marked',
  async () => {
    const { page } = await stage.as('samordnare', { script: false });
    await page.goto('/lardomar/ny');
    await page.getByLabel('Lärdom', { exact: true }).fill('Fika före mötet');
    await page.getByLabel('Vad hände, och vad gör vi annorlunda?').fill('Kanelbullarna gjorde att fler stannade kvar.');
    await page.getByLabel('Stärka nyföretagande').check();
    await page.getByRole('button', { name: 'Lägg till' }).click();
    await page.getByText('Sparat.').waitFor();

    await page.getByRole('link', { name: 'Sök', exact: true }).click();
    await vi.waitFor(
      async () => {
        await page.getByLabel('Sök efter').fill('kanelbulle');
        await page.getByRole('button', { name: 'Sök' }).click();
        expect(await page.getByText('1 träff för ”kanelbulle”').count()).toBe(1);
      },
      { timeout: 60_000, interval: 500 },
    );
    expect(await page.locator('mark').allInnerTexts()).toEqual(['Kanelbullarna']);
    await page.getByRole('link', { name: 'Fika före mötet' }).click();
    await page.getByRole('heading', { name: 'Fika före mötet' }).waitFor();

    const reporter = (await stage.as('rapportor.uf', { script: false })).page;
    await reporter.goto('/sok?q=kanelbulle');
    await reporter.getByText('Inget hittades för ”kanelbulle”.').waitFor();
  },
  LONG,
);

test(
  'results are grouped by kind, and one kind can be seen whole',
  async () => {
    const { page } = await stage.as('ledning', { script: false });
    await page.goto('/sok?q=r%C3%A5dgivning');
    await page.getByRole('heading', { name: 'Beslut' }).waitFor();
    await page.getByRole('link', { name: /^Visa alla \d+ rapporter$/ }).click();
    await page.getByRole('link', { name: 'Visa alla slag' }).waitFor();
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(1);
    expect(
      await page
        .getByRole('listitem')
        .filter({ has: page.locator('mark') })
        .count(),
    ).toBeGreaterThan(6);
  },
  LONG,
);
