import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at } from '../builders/calendar.ts';
import { officeOf } from '../builders/office.ts';
import { chromiumArguments, chromiumPath, describeInBrowser } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { expectAccessible, looks, openPage, signIn, type Theme } from '../support/page.ts';
import { weighing } from '../support/weight.ts';

const change = new URLSearchParams({
  note: 'Thông báo nghỉ bù cuối tuần',
  'lines[0][from]': '13/03/2026',
  'lines[0][name]': 'Nghỉ bù',
});

/** Every page of the supervisor and of the administrator, with who looks at it. */
const PAGES = {
  'lan.ht': [
    '/supervision',
    '/supervision?unit=000.00.00.H35/vx',
    '/supervision?asOf=hôm+qua',
    '/supervision/rows?figure=openLate',
    '/supervision/tiers/department?asOf=16:00+11/03/2026',
  ],
  'hau.pt': [
    '/admin/chains',
    '/admin/chains/incoming',
    '/admin/chains/outgoing',
    '/admin/chains/incoming/steps/settle',
    '/admin/chains/incoming/rules/new',
    '/admin/chains/incoming/settings',
    '/admin/chains/incoming/versions/1',
    '/admin/calendar?year=2026',
    '/admin/calendar/change',
    '/admin/calendar/preview?note=x',
    `/admin/calendar/preview?${change.toString()}`,
  ],
} as const;

let product: Product;
let chromiumProcess: Browser;

describeInBrowser('overseeing and administering', () => {
  beforeAll(async () => {
    product = await startProduct(at('2026-03-09 08:00'));
    const office = officeOf(product);
    const days = (count: number) => ({ kind: 'workingDays', days: count }) as const;
    await office.registered({ codeNumber: '601', documentId: 'a' });
    const late = await office.unit('nc', 'lead', days(2));
    const soon = await office.post('pao', 'lead', days(3));
    await office.directed({ codeNumber: '602', documentId: 'b' }, [late, soon, await office.unit('vx')]);
    await product.arrive({ codeNumber: '12', documentId: 'c', to: '000.00.10.H35' as never });
    await product.sleepUntil(at('2026-03-12 09:30'));
    const admin = await product.signedIn('hau.pt');
    await admin.post('/admin/chains/incoming/arrange', {
      edition: '0',
      what: 'step',
      place: '1',
      move: 'down',
    });
    chromiumProcess = await chromium.launch({ executablePath: chromiumPath ?? '', args: chromiumArguments });
  });
  afterAll(async () => {
    await chromiumProcess.close();
    await product.stop();
  });

  it.each(looks)('is accessible and fits: $theme, $width px', async ({ theme, width }) => {
    for (const [login, paths] of Object.entries(PAGES)) {
      const page = await signedIn(login, theme, width);
      for (const path of paths) {
        await page.goto(product.address + path);
        await expectAccessible(page, width, path);
      }
      await page.context().close();
    }
  });

  it('leads from a number to its dispatch by keyboard alone', async () => {
    const page = await signedIn('hai.tv', 'light', 1280);
    await page.goto(`${product.address}/supervision`);
    await page.getByRole('link', { name: 'Quá hạn: 2', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/supervision/rows?figure=openLate');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/dispatches/*');
    await page.context().close();
  });

  it('publishes a chain by keyboard alone', async () => {
    const page = await signedIn('hau.pt', 'light', 1280);
    await page.goto(`${product.address}/admin/chains/incoming`);
    await page.getByRole('button', { name: 'Đưa lên: Chánh Văn phòng trình' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Đã lưu vào bản nháp.').waitFor();
    await page.getByRole('link', { name: 'Sửa: Chuyên viên giải quyết' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Số lượng').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await page.getByText('4 ngày làm việc').first().waitFor();
    await page.getByLabel('Áp dụng từ ngày').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Đang dùng bản 2').waitFor();
    await page.context().close();
  });

  it('weighs little', async () => {
    const page = await signedIn('lan.ht', 'light', 1280);
    for (const path of ['/supervision', '/admin/calendar']) {
      const own = path === '/supervision' ? page : await signedIn('hau.pt', 'light', 1280);
      const bytes = weighing(own);
      await own.goto(product.address + path, { waitUntil: 'load' });
      expect(await bytes(), path).toBeLessThan(30_000);
    }
    await page.context().close();
  });
});

async function signedIn(login: string, theme: Theme, width: number): Promise<Page> {
  const page = await openPage(chromiumProcess, theme, width);
  await page.goto(`${product.address}/sign-in`);
  await signIn(page, login);
  return page;
}
