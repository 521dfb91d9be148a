import { expect, test, vi } from 'vitest';
import { LONG, setStage } from './stage.ts';

const stage = setStage();

test(
  'an analysis is added without a script, found by search and beside the results of its area, taken out and put back',
  async () => {
    const { page, expects } = await stage.as('samordnare', { script: false });
    expects(/status of 422/);
    await page.goto('/analyser');
    await page.getByRole('link', { name: 'Lägg in analys' }).click();
    await page.getByLabel('Titel').fill('Cykelvägarnas betydelse');
    await page.getByLabel('Utgivare').fill('Exempelverket');
    await page.getByLabel('Publicerad').fill('2026-10-20');
    await page.getByLabel('Vad säger den?').fill('Pendlare som cyklar stannar kvar i kommunen.');
    await page.getByLabel('Vad betyder den för oss?').fill('Tala med kommunerna om lastcykelpooler.');
    await page.getByLabel('Stärka nyföretagande').check();
    await page.getByLabel('Vem får läsa?').selectOption({ label: 'Alla som loggar in' });
    await page.getByRole('button', { name: 'Lägg till' }).click();
    await page.locator('main').getByText('Skriv en webbadress, eller var analysen förvaras.').first().waitFor();
    await page.getByLabel('Webbadress').fill('https://www.example.org/cykelvagar');
    await page.getByRole('button', { name: 'Lägg till' }).click();
    await page.getByText('Sparat.').waitFor();
    const link = page.getByRole('link', { name: 'Läs analysen på example.org' });
    expect(await link.getAttribute('href')).toBe('https://www.example.org/cykelvagar');

    const { page: reporter } = await stage.as('rapportor.uf', { script: false });
    const search = async (hits: string) => {
      await vi.waitFor(
        async () => {
          await reporter.goto('/sok?q=lastcykelpool');
          expect(await reporter.getByText(hits).count()).toBe(1);
        },
        { timeout: 60_000, interval: 500 },
      );
    };
    await search('1 träff för ”lastcykelpool”');
    await reporter.getByRole('heading', { name: 'Analyser' }).waitFor();
    await reporter.getByRole('link', { name: /Cykelvägarnas betydelse, 20 oktober 2026/ }).click();
    await reporter.getByRole('link', { name: 'Stärka nyföretagande' }).click();
    const beside = reporter.getByRole('region', { name: 'Analyser om området' });
    expect(await beside.getByRole('listitem').first().innerText()).toContain('Cykelvägarnas betydelse');
    await beside.getByRole('link', { name: 'Alla analyser om området' }).click();
    expect(await reporter.getByRole('heading', { level: 2 }).count()).toBe(2);

    await page.getByText('Ta bort ur biblioteket').first().click();
    await page.getByRole('button', { name: 'Ta bort ur biblioteket' }).click();
    await page.getByText('Bara samordnare ser den.').waitFor();
    await search('Inget hittades för ”lastcykelpool”.');
    await page.getByRole('button', { name: 'Lägg tillbaka' }).click();
    await page.getByText('Analysen är tillbaka i biblioteket.').waitFor();
    await search('1 träff för ”lastcykelpool”');
  },
  LONG,
);

test(
  'an assessment rests on analyses, and whoever reads it opens them, or is told that they were taken out',
  async () => {
    const { page } = await stage.as('samordnare', { script: false });
    await page.goto('/oversikt/starka-nyforetagande/bedomning/andra?period=2026-Q3');
    await page.getByLabel('Slutsats i en mening').fill('Fler får råd.');
    await page.getByLabel('Nyföretagande i mellanstora kommuner (Exempelmyndigheten för näringsliv 2026)').check();
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Sparat.').waitFor();
    await page.getByRole('link', { name: 'Nyföretagande i mellanstora kommuner' }).waitFor();

    const leader = (await stage.as('ledning', { script: false })).page;
    await leader.goto('/oversikt/starka-nyforetagande/bedomning?period=2026-H1');
    await leader.getByRole('link', { name: 'Nyföretagande i mellanstora kommuner' }).click();
    await leader.getByRole('heading', { name: 'Vad den betyder för oss' }).waitFor();

    await page.goto('/analyser/analys-nyforetagande');
    await page.getByText('Ta bort ur biblioteket').first().click();
    await page.getByRole('button', { name: 'Ta bort ur biblioteket' }).click();
    await page.getByText('Bara samordnare ser den.').waitFor();
    await leader.goBack();
    await leader.reload();
    await leader.getByText('En analys som är borttagen ur biblioteket').waitFor();
  },
  LONG,
);
