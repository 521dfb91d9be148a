import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { lost, stopAt, tabTo } from './keys.ts';
import { ready, savedSign } from './reportForm.ts';
import { LONG, setStage } from './stage.ts';
import { isFocused } from './story.ts';

const stage = setStage();

/** Goes to something of a name and presses Enter there; at every stop on the way one sees where one is. */
async function goAndPress(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  expect(lost(await tabTo(page, name))).toEqual([]);
  await page.keyboard.press(key);
}

/** Signs in without a mouse. */
async function signsIn(page: Page, person: RegExp): Promise<void> {
  await page.goto('/logga-in');
  await goAndPress(page, 'Hoppa till innehållet');
  await expect.poll(() => page.url(), { timeout: 30_000 }).toContain('#content');
  // What comes next is in the content: nothing of the page's head is passed again.
  await page.keyboard.press('Tab');
  expect((await stopAt(page)).name).toBe('Logga in');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: person }).waitFor();
  await goAndPress(page, person);
  await page.getByRole('button', { name: 'Logga ut' }).waitFor();
}

describe('with the keyboard alone', { timeout: LONG }, () => {
  it('a report is corrected, checked and sent in, and then approved', async () => {
    const { page } = await stage.asNobody();
    await signsIn(page, /^Nils Nyföretag/);
    await goAndPress(
      page,
      'Åtgärda 2 anmärkningar: NFC Västra Sörmland: Sörmlands fyra nyföretagarcentra (NFC), kvartal 3 2026',
    );
    await ready(page, true);

    // The remark leads to its field, is answered in the number, and ticked off.
    await goAndPress(page, /^Rådgivningstillfällen, fördelning på kön/);
    await expect
      .poll(async () => (await stopAt(page)).name, { timeout: 30_000 })
      .toMatch(/^Anmärkning: Uppgift saknas/);
    expect(lost([await stopAt(page)])).toEqual([]);
    await goAndPress(page, 'Klart', 'Space');
    await tabTo(page, /^Rådgivningstillfällen, Kvinnor/);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('40');
    await tabTo(page, /^Rådgivningstillfällen, Män/);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('27');
    // The three kinds of answer are one stop, chosen among with the arrows.
    await tabTo(page, /^Tal$/, 'Shift+Tab');
    await page.keyboard.press('ArrowDown');
    expect((await stopAt(page)).name).toBe('Ej aktuellt');
    await page.keyboard.press('ArrowUp');
    await savedSign(page).waitFor();
    await goAndPress(page, 'Fortsätt till texterna');
    await page.getByRole('textbox', { name: 'Analys' }).waitFor();
    await goAndPress(page, 'Granska och skicka in');
    await goAndPress(page, 'Skicka in rapporten');
    await page.getByRole('heading', { name: 'Rapporten är inskickad' }).waitFor();

    const coordinator = await stage.asNobody();
    await signsIn(coordinator.page, /^Sam Samordnare/);
    await coordinator.page.goto('/granskning');
    await goAndPress(
      coordinator.page,
      /^NFC Västra Sörmland, Sörmlands fyra nyföretagarcentra \(NFC\), kvartal 3 2026/,
    );
    await coordinator.page.getByRole('region', { name: 'Avgör' }).waitFor();
    await goAndPress(coordinator.page, 'Godkänn');
    await coordinator.page.getByText('Rapporten är godkänd och räknas nu i siffrorna.').waitFor();
  });

  it.each([true, false])(
    'the list of what is missing has the focus, and leads to each field (script: %s)',
    async (script) => {
      const { page } = await stage.as('rapportor.nfc', { script });
      await page.goto('/rapporter/nfc-tredje-2026/2026-Q3?steg=granska');
      if (script) await ready(page, true);
      const missing = page.getByRole('alert').filter({ hasText: 'Innan du kan skicka in' });
      await missing.waitFor();
      await expect.poll(() => page.evaluate<string>('document.activeElement.role'), { timeout: 30_000 }).toBe('alert');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await isFocused(page, 'Genomförda aktiviteter');
    },
  );

  it('whoever is quicker than the script keeps the focus where they have gone', async () => {
    const { page } = await stage.as('rapportor.nfc');
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    await page.route('**/_app/immutable/**/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/rapporter/nfc-tredje-2026/2026-Q3?steg=granska', { waitUntil: 'commit' });
    await expect.poll(() => page.evaluate<string>('document.activeElement.role'), { timeout: 30_000 }).toBe('alert');
    await page.keyboard.press('Tab');
    release();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate<string>('document.activeElement.localName')).toBe('a');
    await page.keyboard.press('Enter');
    await isFocused(page, 'Genomförda aktiviteter');
  });

  it('what unfolds does so, and the sign of what is chosen moves with it', async () => {
    const { page } = await stage.as('ledning');
    await page.goto('/oversikt/starka-nyforetagande');
    await tabTo(page, /^Period för period/);
    expect(await page.locator('details[open] >> table').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.locator('details[open] >> table').first().waitFor();
  });
});
