import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../api/routes.ts';
import { PASSWORD } from '../builders/browser.ts';
import { startWeb, type Web } from '../builders/web.ts';
import { chromiumArguments, chromiumPath, describeInBrowser } from '../support/chromium.ts';
import { expectAccessible, looks, openPage, signIn } from '../support/page.ts';
import { weighing } from '../support/weight.ts';

let web: Web;
let waiting = 3;
let chromiumProcess: Browser;

describeInBrowser('the frame', () => {
  beforeAll(async () => {
    const count = () => Promise.resolve(waiting);
    const place = {
      label: 'session:choosePost',
      path: '/session/post',
      permission: 'acting',
      place: 'side',
      count,
    } as const;
    web = await startWeb(routes, { navigation: [place, { ...place, place: 'bell' }] });
    chromiumProcess = await chromium.launch({ executablePath: chromiumPath ?? '', args: chromiumArguments });
  });
  afterAll(async () => {
    await chromiumProcess.close();
    await web.stop();
  });

  it.each(looks)('is accessible and fits: $theme, $width px', async ({ theme, width }) => {
    const page = await openPage(chromiumProcess, theme, width);
    await page.goto(`${web.address}/sign-in`);
    await expectAccessible(page, width);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('errors');
    await expectAccessible(page, width);
    await signIn(page, 'khoi.vd');
    await page.waitForURL('**/session/post*');
    await expectAccessible(page, width);
    await page.getByRole('button', { name: /^Giám đốc/ }).click();
    await page.locator('.topbar summary').first().click();
    await expectAccessible(page, width);
    await page.goto(`${web.address}/nothing`);
    await expectAccessible(page, width);
    await page.context().close();
  });

  it('counts anew when something comes, and says nothing on the console', async () => {
    const page = await openPage(chromiumProcess, 'light', 1280);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(`${web.address}/sign-in`);
    await signIn(page, 'trang.pt');
    await page.waitForURL('**/session/post*');
    const count = page.locator('.side .count');
    await expect.poll(() => count.textContent()).toBe('3');
    waiting = 4;
    await expect
      .poll(async () => {
        web.live.publish(['unit:000.00.00.H35/vx'], 'inbox');
        return count.textContent();
      })
      .toBe('4');
    expect(await page.locator('#bell .count').textContent()).toBe('4');
    expect(await page.locator('.side [aria-current=page]').count()).toBe(1);
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('is used by keyboard alone', async () => {
    const page = await openPage(chromiumProcess, 'light', 1280);
    await page.goto(`${web.address}/sign-in`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.getByLabel('Tên đăng nhập').focus();
    await page.keyboard.type('trang.pt');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/session/post');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await page.context().close();
  });

  it('keeps a chosen theme against the machine’s', async () => {
    const page = await openPage(chromiumProcess, 'light', 1280);
    await page.goto(`${web.address}/sign-in`);
    await page.locator('summary').click();
    await page.getByRole('button', { name: 'Giao diện tối' }).click();
    expect(await page.locator('html').getAttribute('data-bs-theme')).toBe('dark');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.context().close();
  });

  it('weighs little', async () => {
    const page = await openPage(chromiumProcess, 'light', 1280);
    const cold = weighing(page);
    await page.goto(`${web.address}/sign-in`, { waitUntil: 'networkidle' });
    expect(await cold()).toBeLessThan(150_000);
    const warm = weighing(page);
    await page.goto(`${web.address}/sign-in?x`, { waitUntil: 'networkidle' });
    expect(await warm()).toBeLessThan(30_000);
    await page.context().close();
  });
});
