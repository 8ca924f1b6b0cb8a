import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { PASSWORD } from '../builders/browser.ts';

export type Theme = 'light' | 'dark';

const THEMES: readonly Theme[] = ['light', 'dark'];

/** How every page is looked at: by day and by night, at a desk and on a phone. */
export const looks = THEMES.flatMap((theme) => [1280, 390].map((width) => ({ theme, width })));

/** A page in a window of its own, without anybody's session. */
export async function openPage(browser: Browser, colorScheme: Theme, width: number): Promise<Page> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  return context.newPage();
}

/** Signs in on the page, which stands at the form for it, and waits until it has led on. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Zero violations of axe, and nothing to scroll sideways; the debugger's door is open whatever the policy says. */
export async function expectAccessible(page: Page, width: number, where = page.url()): Promise<void> {
  const door = await page.context().newCDPSession(page);
  const expression = `${axe.source}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`;
  const { result } = await door.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  expect(result.value, where).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth'), where).toBeLessThanOrEqual(width);
}
