import { expect, test } from 'vitest';
import { LONG, setStage } from './stage.ts';

const stage = setStage();

test(
  'a coordinator makes an initiative, is told what is wrong with it, and finds its history',
  async () => {
    const { page, expects } = await stage.as('samordnare', { script: false });
    expects(/422/);
    await page.goto('/register/insatser');
    await page.getByRole('link', { name: 'Ny insats' }).click();
    await page.getByLabel('Namn', { exact: true }).fill('Mentorer för nya företagare');
    await page.getByLabel('Räknas i').selectOption({ label: 'Stärka nyföretagande' });
    await page.getByRole('group', { name: 'Ansvariga aktörer' }).getByLabel('Create').check();
    await page.getByLabel('Börjar').fill('2027-06-30');
    await page.getByLabel('Slutar').fill('2027-01-01');
    const promise = page.getByRole('group', { name: 'Löfte 1' });
    await promise.getByLabel('Vad', { exact: true }).fill('Träffar med mentorer');
    await promise.getByLabel('Minst').fill('4');
    await promise.getByLabel('Enhet').fill('träffar');
    await page.getByLabel('Namn', { exact: true }).press('Enter');

    await page.getByRole('link', { name: 'Slutet ligger före starten. Byt plats på datumen.' }).click();
    expect(await page.getByLabel('Namn', { exact: true }).inputValue()).toBe('Mentorer för nya företagare');
    expect(await page.getByRole('group', { name: 'Ansvariga aktörer' }).getByLabel('Create').isChecked()).toBe(true);
    await page.getByLabel('Börjar').fill('2027-01-01');
    await page.getByLabel('Slutar').fill('2027-06-30');
    await page.getByRole('button', { name: 'Fler rader' }).click();
    expect(await page.getByRole('group', { name: 'Löfte 1' }).getByLabel('Minst').inputValue()).toBe('4');
    await page.getByRole('button', { name: 'Lägg till' }).click();

    await page.getByRole('heading', { level: 1, name: 'Mentorer för nya företagare' }).waitFor();
    await page.getByText('Träffar med mentorer: minst 4 träffar per år').waitFor();
    await page.getByRole('link', { name: 'Ändra' }).click();
    await page.getByLabel('Skede').selectOption({ label: 'Pågående' });
    await page.getByLabel('Varför ändras det?').fill('Beslut i nämnden.');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Ändringar (2)').click();
    await page.getByText('Varför: Beslut i nämnden.').waitFor();
    await page.getByText('Sam Samordnare gjorde till pågående').waitFor();
  },
  LONG,
);

test(
  'two who change the same actor lose nothing: what only one touched is kept, and what both did is shown',
  async () => {
    const first = await stage.as('samordnare', { script: false });
    const second = await stage.as('samordnare2', { script: false });
    second.expects(/412/);
    const form = '/register/aktorer/biodriv-ost/andra';
    await Promise.all([first.page.goto(form), second.page.goto(form)]);
    await first.page.getByLabel('Namn', { exact: true }).fill('BioDriv Öst ideell förening');
    await first.page.getByLabel('Att bekräfta').fill('Bekräftat i maj.');
    await first.page.getByRole('button', { name: 'Spara' }).click();
    await first.page.getByText('Sparat.').waitFor();

    const { page } = second;
    await page.getByLabel('Att bekräfta').fill('Ska bekräftas i höst.');
    await page.getByLabel('Kallas också').fill('Biodriv');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('heading', { name: 'Någon annan sparade medan du skrev' }).waitFor();
    await page.getByText(/^Sam Samordnare sparade/).waitFor();
    await page.getByText('Bekräftat i maj.').waitFor();
    expect(await page.getByLabel('Namn', { exact: true }).inputValue()).toBe('BioDriv Öst ideell förening');
    expect(await page.getByLabel('Att bekräfta').inputValue()).toBe('Ska bekräftas i höst.');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('heading', { level: 1, name: 'BioDriv Öst ideell förening' }).waitFor();
    await page.getByText('Ska bekräftas i höst.').first().waitFor();
  },
  LONG,
);

test(
  'an indicator in use is replaced by a new one, and says so',
  async () => {
    const { page } = await stage.as('samordnare', { script: false });
    await page.goto('/register/matt/radgivningstillfallen');
    await page.getByRole('heading', { name: 'Avtal som följer måttet' }).waitFor();
    await page.getByRole('link', { name: 'Ändra' }).click();
    await page.getByRole('heading', { name: 'Måttet används' }).waitFor();
    expect(await page.getByLabel('Slag').count()).toBe(0);
    await page.getByRole('link', { name: 'Gör ett nytt mått som ersätter det här' }).click();
    await page.getByLabel('Namn på svenska').fill('Rådgivningstimmar');
    await page.getByLabel('Enhet på svenska').fill('timmar');
    await page.getByRole('button', { name: 'Lägg till' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rådgivningstimmar' }).waitFor();
    await page.getByRole('link', { name: 'Rådgivningstillfällen' }).click();
    await page.getByRole('link', { name: 'Rådgivningstimmar' }).waitFor();
  },
  LONG,
);

test(
  'questions are put in an order, and an area gets an outlook',
  async () => {
    const { page } = await stage.as('samordnare', { script: false });
    await page.goto('/register/fragor/uppsattningar/ny');
    await page.getByLabel('Namn', { exact: true }).fill('Två frågor');
    await page.getByLabel('Plats för Nästa period').fill('1');
    await page.getByLabel('Plats för Analys').fill('2');
    await page.getByRole('button', { name: 'Lägg till' }).click();
    await page.getByRole('heading', { level: 1, name: 'Två frågor' }).waitFor();
    expect(await page.locator('ol.lines a').allInnerTexts()).toEqual(['Nästa period', 'Analys']);

    await page.goto('/register/omraden/attrahera-talang-och-kompetens');
    await page.getByRole('link', { name: 'Ändra' }).click();
    await page.getByLabel('Vart är området på väg?').fill('Fler flyttar hit för jobben.');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Fler flyttar hit för jobben.').first().waitFor();
  },
  LONG,
);

test(
  'whoever reads the register is shown no way to change it, and gets no form',
  async () => {
    const { page } = await stage.as('rapportor.almi', { script: false });
    await page.goto('/register/aktorer/almi');
    expect(await page.getByRole('link', { name: 'Ändra' }).count()).toBe(0);
    await page.goto('/register/aktorer/almi/andra');
    expect(new URL(page.url()).pathname).toBe('/register/aktorer/almi');
  },
  LONG,
);
