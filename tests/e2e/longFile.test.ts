import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { LONG, setStage } from './stage.ts';

const stage = setStage();

test(
  'a file that grows with the reports says how much has come, can be stopped, and is saved whole or not at all',
  async () => {
    const { page, expects } = await stage.as('samordnare');
    await page.goto('/oversikt');
    await page.getByText('Ladda ned').click();
    await page.getByRole('link', { name: 'Välj rapporter' }).click();
    await page.getByText('Filen gäller alla rapporter.').waitFor();
    const link = page.getByRole('link', { name: 'CSV' });

    const [saved] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(saved.suggestedFilename()).toBe('rapporter.csv');
    const lines = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n');
    expect(lines.length).toBeGreaterThan(50);
    expect(new Set(lines.map((line) => line.split(';').length)).size).toBe(1);
    await page.getByText('rapporter.csv är hämtad, 0,1 MB.').waitFor();

    await page.getByLabel('Aktör').selectOption({ label: 'Almi' });
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    await page.getByText('Filen gäller aktören Almi.').waitFor();
    const [some] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const [, ...rows] = (await readFile(await some.path(), 'utf8')).trim().split('\r\n');
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every((row) => row.includes('Almi'))).toBe(true);

    // An answer that has begun and does not go on.
    const held = Promise.withResolvers<void>();
    await page.route('**/exports/reports.csv*', async (route) => {
      await held.promise;
      await route.abort();
    });
    await link.click();
    await page.getByRole('progressbar', { name: 'Hämtar filen.' }).waitFor();
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await page.getByText('Hämtningen är avbruten. Ingen fil sparades.').waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(0);

    expects(/ERR_FAILED .*reports\.csv/);
    held.resolve();
    await link.click();
    await page.getByText('Filen kom inte hela vägen, och sparades inte. Pröva en gång till.').waitFor();
  },
  LONG,
);
