import { chromium } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { officeOf } from '../../builders/office.ts';
import { at } from '../../builders/calendar.ts';
import { PASSWORD } from '../../builders/browser.ts';
import { chromiumArguments, chromiumPath } from '../../support/chromium.ts';
import { type Product, startProduct } from '../../support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct(at('2026-03-09 08:00'));
});
afterAll(() => product.stop());

it('shows', async () => {
  const o = officeOf(product);
  const t0 = Date.now();
  for (let i = 0; i < 12; i++) {
    const env = { codeNumber: String(600 + i), documentId: `x${i}`, subject: 'V/v báo cáo tình hình thực hiện kế hoạch phát triển kinh tế – xã hội quý I năm 2026' };
    if (i % 4 === 0) await product.arrive(env);
    else if (i % 4 === 1) await o.registered(env);
    else {
      const rooms = ['vx', 'nc', 'kt', 'th', 'nln'];
      await o.directed(env, [await o.unit(rooms[i % 5] ?? 'vx', 'lead', { kind: 'workingDays', days: 1 + (i % 6) }), await o.post('minh', 'cooperate'), await o.post('pao', 'lead', {kind:'workingDays', days: 3})]);
    }
  }
  console.log('acts', Date.now() - t0);
  const trang = await o.directed({ codeNumber: '700', documentId: 'y' }, [await o.post('trang', 'lead', { kind: 'workingDays', days: 2 })]);
  await product.arrive({ codeNumber: '12', documentId: 'z', to: '000.00.10.H35' as never });
  await product.sleepUntil(at('2026-03-12 09:30'));
  await o.does('trang', trang, { kind: 'complete', row: 1, result: 'Đã báo cáo' });
  console.log('slept', Date.now() - t0);
  const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: chromiumArguments });
  for (const [theme, width] of [['light', 1280], ['dark', 390]] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme });
    const page = await context.newPage();
    await page.goto(`${product.address}/sign-in`);
    await page.getByLabel('Tên đăng nhập').fill('lan.ht');
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL((u) => !u.pathname.includes('sign-in'));
    for (const [name, path] of [['overview', '/supervision'], ['unit', '/supervision?unit=000.00.00.H35/vx'], ['rows', '/supervision/rows?figure=openLate'], ['tier', '/supervision/tiers/department?asOf=10:00+11/03/2026'], ['bad', '/supervision?asOf=x']] as const) {
      const t1 = Date.now();
      await page.goto(product.address + path);
      console.log(name, Date.now() - t1, await page.evaluate('document.documentElement.scrollWidth'));
      await page.screenshot({ path: `/tmp/shots/sup-${name}-${theme}-${width}.png`, fullPage: true });
    }
    await context.close();
  }
  await browser.close();
}, 120_000);
