import { expect, test } from 'vitest';
import { LONG, setStage } from './stage.ts';

const stage = setStage();

test(
  'a coordinator checks a file, is told what is wrong in it, and reads the corrected one in',
  async () => {
    const { page, expects } = await stage.as('samordnare', { script: false });
    expects(/422/);
    await page.goto('/register');
    await page.getByRole('link', { name: 'Hämta och läs in filer' }).click();
    const choose = async (...rows: string[]) => {
      const buffer = Buffer.from(['id;Namn;Räknas i;Slutar', ...rows].join('\r\n'), 'latin1');
      await page.getByLabel('Fil', { exact: true }).setInputFiles({ name: 'nya.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('button', { name: 'Granska filen' }).click();
    };
    await page.getByRole('button', { name: 'Granska filen' }).click();
    await page.getByRole('link', { name: 'Välj en fil.' }).waitFor();
    await choose(';Företagslots på nätet;starka-nyforetagande;2027-13-01', ';;starka-nyforetagande;');
    await page.getByRole('heading', { name: '2 saker behöver rättas i filen' }).waitFor();
    await page.getByRole('row', { name: '2 Slutar Skriv ett datum som finns, som 2026-12-31.' }).waitFor();
    await page.getByRole('row', { name: '3 Namn Fyll i det här.' }).waitFor();
    expect(await page.getByRole('button', { name: 'Läs in' }).count()).toBe(0);
    await choose(';Företagslots på nätet;starka-nyforetagande;2027-12-01');
    await page.getByText('1 rad: 1 ny, 0 ändras, 0 som redan är så.').waitFor();
    await page.getByRole('button', { name: 'Läs in' }).click();
    await page.getByRole('heading', { name: 'Inläst.' }).waitFor();
    await page.goto('/register/insatser/foretagslots-pa-natet');
    await page.getByRole('heading', { level: 1, name: 'Företagslots på nätet' }).waitFor();
  },
  LONG,
);

test(
  'whoever reads a large file in is told so while it goes on',
  async () => {
    const { page } = await stage.as('samordnare');
    await page.goto('/register/filer');
    const rows = Array.from({ length: 1_000 }, (_, n) => `lang-${n};Lång ${n};starka-nyforetagande`);
    const buffer = Buffer.from(['id;Namn;Räknas i', ...rows].join('\n'));
    await page.getByLabel('Fil', { exact: true }).setInputFiles({ name: 'lang.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Granska filen' }).click();
    await page.getByText('1 000 rader: 1 000 nya').waitFor();
    // A browser that waits for an answer is not painted anew to be looked at, so the page itself keeps what it has said.
    await page.evaluate(`
      new MutationObserver(() => {
        const running = document.querySelector('section:has(progress) h2');
        if (running) sessionStorage.setItem('said', running.textContent);
      }).observe(document.body, { childList: true, subtree: true });
      setTimeout(() => document.querySelector('form[action="?/readIn"]').requestSubmit(), 0);
    `);
    await page.getByRole('heading', { name: 'Inläst.' }).waitFor();
    expect(await page.evaluate(`sessionStorage.getItem('said')`)).toBe('En fil läses in');
    expect(await page.locator('progress').count()).toBe(0);
  },
  LONG,
);

test(
  'an administrator invites somebody and changes what they may do; a person makes a token and ends it',
  async () => {
    const { page, expects } = await stage.as('admin', { script: false });
    expects(/422/);
    await page.goto('/personer');
    await page.getByRole('link', { name: 'Bjud in' }).click();
    await page.getByLabel('Namn', { exact: true }).fill('Nina Ny');
    await page.getByLabel('E-post').fill('nina@insatskollen.example');
    await page.getByLabel('Rapportör: skriver').check();
    await page.getByRole('button', { name: 'Skapa inbjudan' }).click();
    await page.getByRole('link', { name: 'Den som rapporterar behöver minst en aktör.' }).waitFor();
    expect(await page.getByLabel('E-post').inputValue()).toBe('nina@insatskollen.example');
    await page.getByRole('group', { name: 'Rapporterar för' }).getByLabel('Create').check();
    await page.getByRole('button', { name: 'Skapa inbjudan' }).click();
    expect(await page.getByLabel('Länk till inbjudan').inputValue()).toMatch(
      /\/api\/auth\/invitation\?code=[\w-]{43}$/,
    );

    await page.goto('/personer');
    await page.getByRole('link', { name: 'Nina Ny' }).click();
    await page.getByRole('link', { name: 'Ändra' }).click();
    await page.getByLabel('Kontot är öppet').uncheck();
    await page.getByLabel('Varför ändras det?').fill('Slutade i oktober.');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Ändringar (2)').click();
    await page.getByText('Varför: Slutade i oktober.').waitFor();

    await page.getByRole('link', { name: 'Ditt konto: Ada Admin' }).click();
    await page.getByText('Ny nyckel').click();
    await page.getByLabel('Namn', { exact: true }).fill('Power BI');
    await page.getByRole('button', { name: 'Skapa nyckel' }).click();
    expect(await page.getByLabel('Nyckel', { exact: true }).inputValue()).toMatch(/^ik_/);
    await page.getByRole('button', { name: /Avsluta.*Power BI/ }).click();
    await page.getByText('Du har inga nycklar.').waitFor();
  },
  LONG,
);
