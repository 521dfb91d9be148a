import type { Page } from 'playwright-core';
import { openForm, type ReportForm } from './reportForm.ts';

/** The same report's form in another tab of the same browser. */
export async function openBeside(page: Page, address: string, script: boolean): Promise<ReportForm> {
  return openForm(await page.context().newPage(), address, script);
}

/** Signs the browser out without the page's knowing: the session is gone, as after its limit. */
export async function loseSession(page: Page): Promise<void> {
  const kept = (await page.context().cookies()).filter(({ name }) => name === 'sprak' || name === 'utseende');
  await page.context().clearCookies();
  await page.context().addCookies(kept);
}
