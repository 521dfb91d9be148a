import { expect, test } from 'vitest';
import { axeFindings, tooWide } from './look.ts';
import { LONG, setStage } from './stage.ts';

const stage = setStage();

test(
  'a coordinator writes an agreement, loses nothing on the way, sees the actor’s form first, and changes it',
  async () => {
    const { page, expects } = await stage.as('samordnare', { script: false });
    expects(/422/);
    await page.goto('/register/avtal');
    await page.getByRole('link', { name: 'Nytt avtal' }).click();
    await page.getByLabel('Aktör', { exact: true }).selectOption({ label: 'Create' });
    await page.getByLabel('Insats', { exact: true }).selectOption('uf-basuppdrag');
    await page.getByLabel('Mål', { exact: true }).fill('Fler företag ska använda AI.');
    await page.getByLabel('Lägg till ett mått').selectOption('radgivningstillfallen');
    await page.getByRole('button', { name: 'Lägg till måttet' }).click();
    const row = page.getByRole('group', { name: 'Rådgivningstillfällen', exact: true });
    await row.getByLabel('Mål per år').fill('42');
    await row.getByRole('button', { name: 'Fördela årets mål jämnt' }).click();
    expect(await row.getByLabel('Kv 4 2027').inputValue()).toBe('11');
    await row.getByLabel('Kv 4 2027').fill('12');
    await row.getByLabel('Kön').check();
    await page.getByLabel('Gäller till').fill('2026-12-31');
    await page.getByLabel('Regionens egna medel').fill('1 000 000');
    await page.getByRole('button', { name: 'Lägg till', exact: true }).click();

    await page.getByRole('link', { name: 'Fyll i det här.' }).click();
    expect(await page.getByLabel('Mål', { exact: true }).inputValue()).toBe('Fler företag ska använda AI.');
    await page.getByLabel('Diarienummer').fill('NÄR 2026-77');
    await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
    await page.getByRole('link', { name: 'Avtalet slutar innan det börjar. Byt plats på datumen.' }).click();
    await page.getByLabel('Gäller till').fill('2027-12-31');
    await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
    await page.getByRole('link', { name: 'Periodernas mål blir tillsammans inte årets mål.' }).waitFor();
    await row.getByLabel('Kv 4 2027').fill('11');

    await page.getByRole('button', { name: 'Förhandsgranska' }).click();
    const preview = page.getByRole('region', { name: 'Så här möter formuläret aktören' });
    expect(await preview.getByLabel('Rådgivningstillfällen, antal').isDisabled()).toBe(true);
    await preview.getByRole('group', { name: 'Rådgivningstillfällen: Fördela på kön' }).waitFor();
    await preview.getByLabel('Genomförda aktiviteter').waitFor();
    await preview.getByText('Kvartal 1 2027: senast 30 april 2027').waitFor();
    await preview.getByRole('button', { name: 'Lägg till avtalet' }).click();

    await page.getByText('Sparat.').waitFor();
    await page.getByRole('link', { name: 'Kvartal 4 2027' }).waitFor();
    await page.getByRole('link', { name: 'Ändra' }).click();
    await page.getByLabel('Dagar från periodens slut').fill('45');
    await page.getByLabel('Slutrapport när avtalet är slut').check();
    await page.getByLabel('Ändringen gäller rapporter från').selectOption({ label: 'Kvartal 3 2027' });
    const ground = page.getByRole('group', { name: 'Mål', exact: true });
    await ground.getByLabel('Kapitel').fill('19');
    await ground.getByLabel('Paragraf').fill('3');
    await page.getByLabel('Varför ändras det?').fill('Längre tid på hösten.');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Ändringar (2)').click();
    await page.getByText('Varför: Längre tid på hösten.').waitFor();
    await page.getByText('Inte påbörjad, ska in senast 30 april 2027').waitFor();
    await page.getByText('Inte påbörjad, ska in senast 15 november 2027').waitFor();
    await page.getByRole('link', { name: 'Slutrapport' }).waitFor();
    await page.getByText('Omfattas av sekretess enligt 19 kap. 3 § offentlighets- och sekretesslagen.').waitFor();
    const leader = await stage.as('ledning', { script: false });
    await leader.page.goto(new URL(page.url()).pathname);
    await leader.page.getByText('Uppgiften visas därför inte.').waitFor();
    expect(await leader.page.getByText('Fler företag ska använda AI.').count()).toBe(0);
  },
  LONG,
);

test(
  'an agreement that ends soon is renewed from the keyboard, once',
  async () => {
    const { page } = await stage.as('samordnare');
    await page.goto('/register/avtal');
    await page.getByRole('link', { name: /^Förnya ?: Agro Sörmland/ }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Förnya avtal DEMO-2026-09' }).waitFor();
    expect(await page.getByLabel('Gäller till').inputValue()).toBe('2027-12-31');
    await page.getByRole('button', { name: 'Förhandsgranska' }).press('Enter');
    await page.getByRole('region', { name: 'Så här möter formuläret aktören' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Diarienummer').focus();
    await page.keyboard.type('NÄR 2026-78');
    await page.keyboard.press('Enter');
    await page.getByText('Sparat.').waitFor();
    await page.getByRole('link', { name: 'DEMO-2026-09' }).press('Enter');
    await page.getByRole('link', { name: 'NÄR 2026-78' }).waitFor();
    expect(await page.getByRole('link', { name: 'Förnya' }).count()).toBe(0);
    await page.goto('/register/avtal/ny?fornya=agro-sormland-2026');
    await page.getByText('Avtalet som det ska följa på har redan en efterföljare.').waitFor();
  },
  LONG,
);

test(
  'a department comments on an agreement, loses nothing on the way, and takes it back; a coordinator reads it, the actor never',
  async () => {
    const path = '/register/avtal/create-2026';
    const { page, expects } = await stage.as('avdelning', { script: false });
    expects(/422/);
    const comments = page.getByRole('region', { name: 'Synpunkter inom regionen' });
    await page.goto(path);
    await comments.getByLabel('Din synpunkt').fill('å'.repeat(2_001));
    await comments.getByRole('button', { name: 'Lämna synpunkten' }).click();
    await comments.getByRole('link', { name: 'Högst 2000 tecken.' }).waitFor();
    expect(await comments.getByLabel('Din synpunkt').inputValue()).toBe('å'.repeat(2_001));
    await comments.getByLabel('Din synpunkt').fill('Målen är bra.');
    await comments.getByRole('button', { name: 'Lämna synpunkten' }).click();
    await comments.getByText('Axel Avdelning, avdelning').waitFor();

    const coordinator = await stage.as('samordnare', { language: 'en', width: 320 });
    await coordinator.page.goto(path);
    const read = coordinator.page.getByRole('region', { name: 'Comments within the region' });
    await read.getByText('Målen är bra.').waitFor();
    expect(await read.getByText('Take back').count()).toBe(0);
    expect(await tooWide(coordinator.page)).toEqual([]);
    const reporter = await stage.as('rapportor.ovriga', { script: false });
    await reporter.page.goto(path);
    await reporter.page.getByRole('heading', { name: 'Rapporter' }).waitFor();
    expect(await reporter.page.getByText(/Synpunkter|Målen är bra/).count()).toBe(0);

    await comments.getByText('Ta tillbaka').click();
    await comments.getByRole('button', { name: 'Ta bort texten' }).click();
    await comments.getByText(/^Tillbakatagen /).waitFor();
    expect(await page.getByText('Målen är bra.').count()).toBe(0);
  },
  LONG,
);

test(
  'two coordinators change the same agreement: the second sees what the first wrote, and nothing of either is lost',
  async () => {
    const path = '/register/avtal/uf-basuppdrag-2026';
    const first = await stage.as('samordnare', { script: false });
    const second = await stage.as('samordnare2', { script: false });
    second.expects(/412/);
    for (const { page } of [first, second]) await page.goto(`${path}/andra`);

    await first.page.getByLabel('Mål', { exact: true }).fill('Fler unga ska driva företag i skolan.');
    const promise = first.page.getByRole('group', { name: 'Löfte 1' });
    await promise.getByLabel('Vad', { exact: true }).fill('Regionala mässor');
    await promise.getByLabel('Minst').fill('1');
    await promise.getByLabel('Enhet').fill('mässa');
    await first.page.getByRole('button', { name: 'Spara' }).click();
    await first.page.getByText('Regionala mässor: minst 1 mässa per år').waitFor();

    await second.page.getByLabel('Mål', { exact: true }).fill('Varje gymnasieelev ska kunna driva UF.');
    await second.page.getByLabel('Dagar från periodens slut').fill('40');
    await second.page.getByRole('button', { name: 'Spara' }).click();
    const conflict = second.page.getByRole('region', { name: 'Någon annan sparade medan du skrev' });
    await conflict.getByText('Fler unga ska driva företag i skolan.').waitFor();
    await conflict.getByText('Varje gymnasieelev ska kunna driva UF.').waitFor();
    expect(await conflict.getByText('Regionala mässor').count()).toBe(0);
    await second.page.getByRole('button', { name: 'Spara' }).click();
    await second.page.getByText('Sparat.').waitFor();
    await second.page.getByText('Regionala mässor: minst 1 mässa per år').waitFor();
    await second.page.getByText('Varje gymnasieelev ska kunna driva UF.').first().waitFor();
    await second.page.getByText('senast 40 dagar efter periodens slut').waitFor();
  },
  LONG,
);
