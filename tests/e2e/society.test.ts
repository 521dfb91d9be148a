import { expect, test } from 'vitest';
import { LONG, setStage } from './stage.ts';

const stage = setStage();

test(
  'a value of society is entered without a script, in Swedish, and seen in its place with what it was before',
  async () => {
    const { page, expects } = await stage.as('samordnare', { script: false });
    expects(/422/);
    await page.goto('/oversikt');
    await page.getByRole('link', { name: 'Samhällets utveckling' }).click();
    await page.getByText('Mätt på samhället – inte insatsernas resultat').waitFor();
    await page.getByRole('link', { name: 'Exportvärde per invånare' }).click();
    await page.getByRole('link', { name: 'För in värden' }).click();
    await page.getByLabel('År').fill('2024');
    await page.getByRole('button', { name: 'Visa' }).click();
    await page.getByText('Värden för 2024, kr per invånare').waitFor();
    await page.getByRole('button', { name: 'Spara värdena' }).click();
    await page.getByRole('link', { name: 'Inget värde är ändrat. Skriv minst ett.' }).waitFor();
    await page.getByLabel('Riket').fill('ca 5');
    await page.getByLabel('Sörmland').fill('51 234,5');
    await page.getByLabel('Källa').fill('SCB, utrikeshandel');
    await page.getByRole('button', { name: 'Spara värdena' }).click();
    await page.getByRole('link', { name: /Talet går inte att läsa/ }).waitFor();
    expect(await page.getByLabel('Sörmland').inputValue()).toBe('51 234,5');
    await page.getByLabel('Riket').fill('');
    await page.getByRole('button', { name: 'Spara värdena' }).click();

    await page.getByText('Sparat.').waitFor();
    await page.getByRole('row', { name: /Sörmland 51\s235/ }).waitFor();
    expect(await page.getByText('påhittade för demon').count()).toBe(0);
    await page.getByText('Ändringar (1)').click();
    await page.getByText('Förs in för hand, Sörmland 2024').waitFor();
    await page.getByText('51 234,5').waitFor();
  },
  LONG,
);

test(
  'an indicator that is no longer followed says so, and what follows it',
  async () => {
    const { page } = await stage.as('samordnare', { script: false });
    await page.goto('/samhallet/digitaliseringsindex');
    await page.getByRole('link', { name: 'Ändra vad som följs' }).click();
    await page.getByLabel('Följs till och med').fill('2025');
    await page.getByLabel('Ersätts av').selectOption({ label: 'Utbildningsnivå' });
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Följs till och med 2025.').waitFor();
    const leader = (await stage.as('ledning', { script: false })).page;
    await leader.goto('/samhallet');
    await leader.getByText('Följs till och med 2025.').waitFor();
    expect(await leader.getByRole('link', { name: 'Utbildningsnivå', exact: true }).count()).toBe(2);
  },
  LONG,
);
