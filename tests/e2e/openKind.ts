import { expect } from 'vitest';
import type { Response } from 'playwright-core';
import type { PageKind } from './pageKinds.ts';
import type { Account, Stage } from './stage.ts';
import type { Manner, Visit } from './visit.ts';

/** Opens a page of some kind as whoever sees it, in a browser that the next test of the same manner goes on with. */
export async function openKind(
  stage: Stage,
  { who, path, status = 200 }: PageKind,
  manner: Manner,
): Promise<Visit & { response: Response }> {
  const come = (account: Account) => (status === 200 ? stage.looking(account, manner) : stage.as(account, manner));
  const visit = await (who === 'nobody' ? stage.asNobody(manner) : come(who));
  if (status !== 200) visit.expects(new RegExp(`status of ${status}`));
  const response = await visit.page.goto(path);
  if (response === null) throw new Error('nothing was opened');
  expect(response.status()).toBe(status);
  return { ...visit, response };
}
