import type { Locator, Page } from 'playwright-core';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** A name, with or without what is said of those that may be left out. */
const named = (name: string): RegExp => new RegExp(`^${escaped(name)}( \\(frivilligt\\))?$`);

/** The report's form as its writer sees it: everything is found by what it is called. */
export interface ReportForm {
  page: Page;
  /** Everything of one number. */
  number(name: string): Locator;
  /** Where the number itself is typed or chosen. */
  answer(name: string): Locator;
  /** Where one part of it is typed, or one of a ratio's two numbers. */
  part(name: string, part: string): Locator;
  comment(name: string): Locator;
  text(name: string): Locator;
  /** Goes to one of the form's three steps. */
  goTo(step: 'Siffror' | 'Texter' | 'Granska och skicka in'): Promise<void>;
  /** Waits until what is written is saved; without script it has to be sent first. */
  saved(): Promise<void>;
}

export function reportForm(page: Page, script: boolean): ReportForm {
  const number = (name: string) => page.getByRole('group', { name: named(name) });
  const step = (name: string) =>
    page.getByRole('navigation', { name: 'Rapportens delar' }).getByRole('button', { name });
  return {
    page,
    number,
    answer: (name) =>
      number(name)
        .getByRole('textbox', { name: new RegExp(`^${escaped(name)}(, [^,:]+)?$`) })
        .first(),
    part: (name, part) =>
      number(name).getByRole('textbox', { name: new RegExp(`^${escaped(name)}[,:] ${escaped(part)}`) }),
    comment: (name) => page.getByRole('textbox', { name: `${name}: Kommentar`, exact: true }),
    text: (name) => page.getByRole('textbox', { name: named(name) }),
    async goTo(name) {
      await step(name).click();
      await page.locator('[aria-current="step"]').filter({ hasText: name }).waitFor();
    },
    async saved() {
      if (!script) {
        const answered = page.waitForResponse(
          (response) => response.request().isNavigationRequest() && response.status() === 200,
        );
        await page.getByRole('button', { name: 'Spara', exact: true }).click();
        await answered;
      }
      await savedSign(page).waitFor();
    },
  };
}

/** What the form's foot says when everything is saved. */
export const savedSign = (page: Page): Locator => page.getByText(/^\s*Sparat \d{2}\.\d{2}\s*$/);

/** Opens a report's form and waits until it can be written in; with script, until it saves by itself. */
export async function openForm(page: Page, address: string, script: boolean): Promise<ReportForm> {
  await page.goto(`/rapporter/${address}`);
  await ready(page, script);
  return reportForm(page, script);
}

export async function ready(page: Page, script: boolean): Promise<void> {
  await page.getByRole('navigation', { name: 'Rapportens delar' }).waitFor();
  if (script) await page.getByRole('button', { name: 'Spara', exact: true }).waitFor({ state: 'detached' });
}

/** What can be read in a place, with ordinary spaces where numbers and times have hard ones. */
export const readIn = async (place: Locator): Promise<string> =>
  (await place.innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
