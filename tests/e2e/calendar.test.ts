import { expect, test } from 'vitest';
import { LONG, setStage } from './stage.ts';

const stage = setStage();

test(
  'a dialogue is booked without a script, an action agreed in it, met in the next report and ticked off',
  async () => {
    const { page, expects } = await stage.as('samordnare', { script: false });
    expects(/422/);
    await page.goto('/kalender');
    await page.getByRole('link', { name: 'Boka dialog' }).click();
    await page.getByLabel('Aktör').selectOption({ label: 'UF' });
    await page.getByRole('button', { name: 'Fortsätt' }).click();
    await page.getByLabel('Börjar').fill('25.00');
    await page.getByLabel('Första halvåret 2026: Ung Företagsamhet (UF) basuppdrag').check();
    await page.getByRole('button', { name: 'Lägg till' }).click();
    await page.getByRole('link', { name: 'Skriv ett klockslag som 13.00.' }).click();
    expect(await page.getByLabel('Första halvåret 2026: Ung Företagsamhet (UF) basuppdrag').isChecked()).toBe(true);
    await page.getByLabel('Börjar').fill('9.30');
    await page.getByLabel('Dag', { exact: true }).fill('2026-12-08');
    await page.getByRole('button', { name: 'Lägg till' }).click();

    await page.getByText('8 december 2026, kl. 9.30').waitFor();
    await page.getByRole('columnheader', { name: 'Mätetal' }).waitFor();
    await page.getByText('Lägg till överenskommelse').click();
    await page.getByRole('button', { name: 'Lägg till' }).click();
    await page.getByRole('link', { name: 'Fyll i det här.' }).first().waitFor();
    await page.getByLabel('Vad ska göras?').fill('Besök skolorna i Flen');
    await page.getByLabel('Namn eller funktion').fill('Ulla Ung');
    await page.getByLabel('Klart senast').fill('2027-01-31');
    await page.getByRole('button', { name: 'Lägg till' }).click();
    await page.getByText('Klart senast 31 januari 2027').waitFor();

    const reporter = (await stage.as('rapportor.uf', { script: false })).page;
    await reporter.goto('/rapporter/uf-basuppdrag-2026/2026-H2');
    await reporter.getByText('Överenskommet i dialog och inte klart (1)').click();
    await reporter.getByRole('link', { name: 'Besök skolorna i Flen' }).click();
    await reporter.getByText('Klart eller kommentera').click();
    await reporter.getByLabel('Det är gjort').check();
    await reporter.getByRole('button', { name: 'Spara' }).click();
    await reporter.getByText('Gjort 20 november').waitFor();
    await reporter.goto('/mina-rapporter');
    expect(await reporter.getByText('Besök skolorna i Flen').count()).toBe(0);
  },
  LONG,
);

test(
  'a report is given more time, and its actor sees until when and why, in the calendar too',
  async () => {
    const { page } = await stage.as('samordnare', { script: false });
    await page.goto('/granskning/nfc-tredje-2026/2026-Q4');
    await page.getByText('Ge mer tid').first().click();
    await page.getByLabel('Ny sista dag').fill('2027-02-26');
    await page.getByLabel('Varför?').fill('Ny verksamhetsledare.');
    await page.getByRole('button', { name: 'Ge mer tid' }).click();
    await page.getByText('Rapporten har fått mer tid.').waitFor();

    const reporter = (await stage.as('rapportor.nfc', { script: false })).page;
    await reporter.goto('/kalender?vy=manad&ar=2027&manad=2');
    await reporter.getByRole('link', { name: /NFC tredje, .*: rapport för kvartal 4 2026/ }).click();
    await reporter.getByText(/Förlängd från .*: Ny verksamhetsledare\./).waitFor();
    await reporter.getByText('Senast 26 februari 2027').first().waitFor();
  },
  LONG,
);

test(
  'an address for calendar programs is shown once and ended',
  async () => {
    const { page } = await stage.as('ledning', { script: false });
    await page.goto('/kalender');
    await page.getByRole('button', { name: 'Skapa adress' }).click();
    const address = await page.getByLabel('Adress', { exact: true }).inputValue();
    const read = async () => (await page.request.get(new URL(address).pathname)).status();
    expect(await read()).toBe(200);
    await page.goto('/kalender');
    expect(await page.getByLabel('Adress', { exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Avsluta adressen' }).click();
    await page.getByText('Adressen är avslutad').waitFor();
    expect(await read()).toBe(404);
  },
  LONG,
);
