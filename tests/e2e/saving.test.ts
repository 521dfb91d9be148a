import { describe, expect, it } from 'vitest';
import { axeFindings, axeFindingsWithoutScript } from './look.ts';
import { openForm, ready, reportForm, savedSign } from './reportForm.ts';
import { LONG, setStage, type Account } from './stage.ts';
import { loseSession, openBeside } from './together.ts';
import { openTableDoor, type TableDoor } from './tableDoor.ts';
import { choosePerson } from './visit.ts';

let door: TableDoor | undefined;
const stage = setStage(async () => {
  door = await openTableDoor();
  return { DYNAMODB_ENDPOINT: door.endpoint };
});

/** Reports that nobody has begun: each test has one of its own, by a writer of its own. */
const almi = { who: 'rapportor.almi' as Account, at: 'almi-basuppdrag-2026/2026-Q3' };
const create = { who: 'rapportor.ovriga' as Account, at: 'create-2026/2026-Q3' };
const biodriv = { who: 'rapportor.ovriga' as Account, at: 'biodriv-ost-2026/2026-Q3' };
const mitc = { who: 'rapportor.ovriga' as Account, at: 'mitc-2026/2026-Q3' };
const stua = { who: 'rapportor.stua' as Account, at: 'stua-turism-2026/2026-Q4' };
const mitcQ4 = { who: 'rapportor.ovriga' as Account, at: 'mitc-2026/2026-Q4' };
const basQ4 = { who: 'rapportor.almi' as Account, at: 'almi-basuppdrag-2026/2026-Q4' };
const createQ4 = { who: 'rapportor.ovriga' as Account, at: 'create-2026/2026-Q4' };

describe('what is written', { timeout: LONG }, () => {
  it('is saved by itself in a pause, and is there after a reload', async () => {
    const { page } = await stage.as(almi.who);
    const form = await openForm(page, almi.at, true);
    await form.answer('Beviljade lån').fill('17');
    await savedSign(page).waitFor();
    await page.reload();
    await ready(page, true);
    expect(await form.answer('Beviljade lån').inputValue()).toBe('17');
    await form.answer('Beviljade lån').fill('sjutton');
    await page.getByText('Allt är inte sparat').or(savedSign(page)).first().waitFor();
    await page.reload();
    await ready(page, true);
    expect(await form.answer('Beviljade lån').inputValue()).toBe('sjutton');
  });

  it('is saved with a button where there is no JavaScript', async () => {
    const { page } = await stage.as(create.who, { script: false });
    const form = await openForm(page, create.at, false);
    await form.answer('Antagna idéer och bolag').fill('7');
    await form.saved();
    await page.reload();
    expect(await form.answer('Antagna idéer och bolag').inputValue()).toBe('7');
  });

  it('stays while the table is away, says so, and is saved when it is back', async () => {
    const { page, expects } = await stage.as(biodriv.who);
    expects(/503|Failed to fetch/);
    await openForm(page, biodriv.at, true);
    const field = page.getByRole('group').getByRole('textbox').first();
    door?.shut();
    try {
      await field.fill('21');
      await page
        .getByText('Kunde inte spara: försöker igen. Det du skrivit finns kvar i webbläsaren.')
        .first()
        .waitFor();
      expect(await field.inputValue()).toBe('21');
    } finally {
      await door?.open();
    }
    await savedSign(page).waitFor();
    await page.reload();
    await ready(page, true);
    expect(await field.inputValue()).toBe('21');
  });

  it('stays while the network is away, also over a reload', async () => {
    const { page, context, expects } = await stage.as(mitc.who);
    expects(/ERR_FAILED/);
    await openForm(page, mitc.at, true);
    const field = page.getByRole('group').getByRole('textbox').first();
    await context.route('**/draft', (route) => route.abort());
    await field.fill('33');
    await page.getByText('Kunde inte spara').first().waitFor();
    await page.reload();
    await ready(page, true);
    expect(await field.inputValue()).toBe('33');
    await page.getByText('Det du skrev senast men inte hann spara är tillbaka i formuläret.').waitFor();
    await context.unroute('**/draft');
    await savedSign(page).waitFor();
  });

  it('comes back in the same form when the table is away and there is no JavaScript', async () => {
    const { page, expects } = await stage.as(stua.who, { script: false });
    expects(/503/);
    await openForm(page, stua.at, false);
    const field = page.getByRole('group').getByRole('textbox').first();
    const name = (await field.getAttribute('name')) ?? '';
    await field.fill('1 234');
    door?.shut();
    try {
      await page.getByRole('button', { name: 'Spara', exact: true }).click();
      await page.locator(`[name="${name}"]`).and(page.locator('[id^="kept-"]')).waitFor();
    } finally {
      await door?.open();
    }
    expect(await page.locator(`[name="${name}"]`).inputValue()).toBe('1 234');
    expect(await axeFindingsWithoutScript(page, (await stage.asNobody()).page)).toEqual([]);
    await page.getByRole('button', { name: /^Skicka/ }).click();
    await savedSign(page).waitFor();
    expect((await field.inputValue()).replaceAll(/\s/g, '')).toBe('1234');
  });
});

describe('two at once', { timeout: LONG }, () => {
  it('never collide in different fields', async () => {
    const { page, expects } = await stage.as(mitcQ4.who);
    expects(/412/);
    const one = await openForm(page, mitcQ4.at, true);
    const other = await openBeside(page, mitcQ4.at, true);
    const fields = [one, other].map((form) => form.page.getByRole('group').getByRole('textbox'));
    await fields[0]?.nth(0).fill('4');
    await savedSign(one.page).waitFor();
    const names = await Promise.all(fields.map((all) => all.last().getAttribute('name')));
    await fields[1]?.last().fill('9');
    await savedSign(other.page).waitFor();
    expect(await other.page.getByText('i ett annat fönster').count()).toBe(0);
    await page.reload();
    await ready(page, true);
    expect(await page.locator(`[name="${names[0]}"]`).inputValue()).toBe('9');
    expect(await fields[0]?.nth(0).inputValue()).toBe('4');
  });

  it.each([
    { choice: 'Behåll det som står i fältet', ends: '22' },
    { choice: 'Använd det som står i det andra fönstret', ends: '11' },
  ])('in one field choose: $choice', async ({ choice, ends }) => {
    const { page, expects } = await stage.as(basQ4.who);
    expects(/412/);
    const one = await openForm(page, basQ4.at, true);
    const other = await openBeside(page, basQ4.at, true);
    await one.answer('Beviljade lån').fill('11');
    await savedSign(one.page).waitFor();
    await other.answer('Beviljade lån').fill('22');
    const both = other.number('Beviljade lån').getByRole('group', { name: /Du har skrivit något annat här/ });
    await both.getByText('11', { exact: true }).waitFor();
    expect(await other.answer('Beviljade lån').inputValue()).toBe('22');
    expect(await axeFindings(other.page)).toEqual([]);
    await both.getByRole('button', { name: choice }).click();
    await savedSign(other.page).waitFor();
    await other.page.reload();
    await ready(other.page, true);
    expect(await other.answer('Beviljade lån').inputValue()).toBe(ends);
    await other.answer('Beviljade lån').fill('');
    await savedSign(other.page).waitFor();
  });

  it.each([
    { choice: 'Behåll det som står i fältet', ends: '22' },
    { choice: 'Använd det som står i det andra fönstret', ends: '11' },
  ])('in one field choose without JavaScript: $choice', async ({ choice, ends }) => {
    const { page, expects } = await stage.as(createQ4.who, { script: false });
    expects(/412/);
    const one = await openForm(page, createQ4.at, false);
    const other = await openBeside(page, createQ4.at, false);
    await one.answer('Antagna idéer och bolag').fill('11');
    await one.saved();
    await other.answer('Antagna idéer och bolag').fill('22');
    await other.page.getByRole('button', { name: 'Spara', exact: true }).click();
    await other.page
      .getByRole('alert')
      .getByRole('link', { name: /^Antagna idéer och bolag/ })
      .waitFor();
    expect(await other.answer('Antagna idéer och bolag').inputValue()).toBe('22');
    await other.page.getByRole('radio', { name: choice }).check();
    await other.saved();
    expect(await other.answer('Antagna idéer och bolag').inputValue()).toBe(ends);
    await other.answer('Antagna idéer och bolag').fill('');
    await other.saved();
  });
});

describe('a session that has ended', { timeout: LONG }, () => {
  it('loses nothing: one signs in beside, and it is saved', async () => {
    const { page, context, expects } = await stage.as(almi.who, { newSession: true });
    expects(/401/);
    const form = await openForm(page, almi.at, true);
    await loseSession(page);
    await form.answer('Beviljade lån').fill('19');
    await page.getByText('Du är utloggad.').first().waitFor();
    const opening = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Logga in i ett nytt fönster' }).click();
    const beside = await opening;
    await beside.locator('main').getByRole('link', { name: 'Logga in' }).click();
    await choosePerson(beside, almi.who);
    await beside.waitForURL('**/inloggad');
    await page.bringToFront();
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await savedSign(page).waitFor();
    expect(await form.answer('Beviljade lån').inputValue()).toBe('19');
  });

  it('shows the same form with everything typed where there is no JavaScript', async () => {
    const { page, context, expects } = await stage.as(create.who, { newSession: true, script: false });
    expects(/401/);
    const form = await openForm(page, create.at, false);
    await form.answer('Antagna idéer och bolag').fill('8');
    await form.number('Antagna idéer och bolag').getByText('Lägg till en kommentar').click();
    await form.comment('Antagna idéer och bolag').fill('Två kom från\nett nytt program.');
    await loseSession(page);
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    const opening = context.waitForEvent('page');
    await page
      .getByRole('link', { name: /Logga in/ })
      .and(page.locator('[target="_blank"]'))
      .click();
    const beside = await opening;
    expect(await page.getByRole('textbox', { name: /^Antagna idéer och bolag, antal/ }).inputValue()).toBe('8');
    expect(await axeFindingsWithoutScript(page, (await stage.asNobody()).page)).toEqual([]);
    await beside.locator('main').getByRole('link', { name: 'Logga in' }).click();
    await choosePerson(beside, create.who);
    await beside.waitForURL('**/inloggad');
    await page.getByRole('button', { name: /^Skicka/ }).click();
    await ready(page, false);
    const saved = reportForm(page, false);
    expect(await saved.answer('Antagna idéer och bolag').inputValue()).toBe('8');
    expect(await saved.comment('Antagna idéer och bolag').inputValue()).toBe('Två kom från\nett nytt program.');
  });

  it('is told of two minutes before, and can go on', async () => {
    const { page } = await stage.as('ledning', { newSession: true });
    await page.clock.install();
    await page.goto('/oversikt');
    const warning = page.getByRole('dialog');
    expect(await warning.isVisible()).toBe(false);
    await page.clock.fastForward('27:30');
    expect(await warning.isVisible()).toBe(false);
    await page.clock.fastForward('00:45');
    await warning.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    // The server's clock has not moved: the browser's goes back to it before the session is made longer.
    await page.clock.setSystemTime(new Date());
    const extended = page.waitForResponse('**/api/auth/extend');
    await warning.getByRole('button').click();
    expect((await extended).status()).toBe(200);
    await warning.waitFor({ state: 'hidden' });
  });
});
