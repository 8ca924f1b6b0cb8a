import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at } from '../builders/calendar.ts';
import { officeOf } from '../builders/office.ts';
import { chromiumArguments, chromiumPath, describeInBrowser } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { expectAccessible, looks, openPage, signIn, type Theme } from '../support/page.ts';
import { weighing } from '../support/weight.ts';

const SUBJECTS = [
  'V/v hoàn thành kết nối, liên thông các hệ thống quản lý văn bản và điều hành',
  'V/v báo cáo tình hình thực hiện kế hoạch phát triển kinh tế – xã hội quý I năm 2026',
  'Báo cáo kết quả công tác phòng, chống dịch bệnh trên địa bàn',
  'Giấy mời họp triển khai nhiệm vụ',
];

let product: Product;
let office: ReturnType<typeof officeOf>;
let chromiumProcess: Browser;

describeInBrowser('the lists', () => {
  beforeAll(async () => {
    product = await startProduct(at('2026-03-02 08:00'));
    office = officeOf(product);
    await fill();
    chromiumProcess = await chromium.launch({ executablePath: chromiumPath ?? '', args: chromiumArguments });
  });
  afterAll(async () => {
    await chromiumProcess.close();
    await product.stop();
  });

  it('are worked by keyboard alone: move, select, open, ask for help', async () => {
    const page = await signedIn('minh.dq', 'light', 1280);
    await page.goto(`${product.address}/tasks?tab=forwarded`);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    const chosen = page.locator('tr[data-row]').nth(1);
    expect(await chosen.getByRole('checkbox').isChecked()).toBe(true);
    await page.keyboard.press('k');
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/dispatches/*');
    await page.context().close();
  });

  it('does nothing by itself when Enter is pressed on a box', async () => {
    const page = await signedIn('minh.dq', 'light', 1280);
    await page.goto(`${product.address}/tasks?tab=forwarded`);
    await page
      .getByRole('checkbox', { name: /^Chọn \d/ })
      .first()
      .press('Enter');
    expect(new URL(page.url()).search).toBe('?tab=forwarded');
    await page.getByRole('checkbox', { name: 'Chọn tất cả việc trên trang' }).check();
    expect(await page.locator('tbody input:checked').count()).toBe(
      await page.locator('tr[data-row]').count(),
    );
    await page.context().close();
  });

  it('announce what is new and leave what is read where it is', async () => {
    const page = await signedIn('pao.ga', 'light', 1280);
    await page.goto(`${product.address}/tasks?tab=cooperate`);
    const before = await page.locator('#rows').innerHTML();
    await office.directed({ codeNumber: '901', documentId: '901' }, [await office.post('pao')]);
    await page.evaluate("document.getElementById('live').dispatchEvent(new Event('inbox'))");
    await expect.poll(() => page.getByRole('link', { name: 'Có 1 việc mới, xem' }).count()).toBe(1);
    expect(await page.locator('#rows').innerHTML()).toBe(before);
    await page.context().close();
  });

  it('weigh little', async () => {
    const page = await signedIn('mai.lt', 'light', 1280);
    for (const path of ['/tasks', '/incoming?tab=register', '/incoming/new']) {
      const fresh = await page.context().newPage();
      const bytes = weighing(fresh);
      await fresh.goto(`${product.address}${path}`, { waitUntil: 'load' });
      expect(await bytes()).toBeLessThan(150_000);
      await fresh.close();
    }
    await page.context().close();
  });

  it('print the register on A4 across, its cover apart, without the frame', async () => {
    const page = await signedIn('mai.lt', 'dark', 1280);
    await page.goto(`${product.address}/incoming/register/print`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)];
    expect(boxes.length).toBeGreaterThanOrEqual(2);
    for (const [, width, height] of boxes)
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.topbar', '.side', 'h1'])
      expect(await page.locator(hidden).isVisible()).toBe(false);
    await page.context().close();
  });

  it.each(looks)('are accessible and fit: $theme, $width px', async ({ theme, width }) => {
    const officer = await signedIn('trang.pt', theme, width);
    for (const path of ['/tasks', '/tasks?tab=inform', '/tasks?tab=suspended', '/messages', '/incoming']) {
      await seen(officer, path, width);
    }
    await officer.goto(`${product.address}/tasks?tab=pending`);
    for (const box of await officer.getByRole('checkbox', { name: /^Chọn \d/ }).all()) await box.check();
    await officer.locator('.bulk summary').click();
    await officer.getByRole('button', { name: 'Hoàn thành các việc đã chọn' }).click();
    await officer.waitForURL('**/tasks/acts');
    await expectAccessible(officer, width);
    await officer.context().close();
    const clerk = await signedIn('mai.lt', theme, width);
    const paths = [
      '/tasks',
      '/incoming',
      '/incoming?tab=working',
      '/incoming?tab=done',
      '/incoming?tab=register',
      '/incoming/register/print',
    ];
    for (const path of [...paths, '/incoming/new']) await seen(clerk, path, width);
    await clerk.getByLabel('Số văn bản').fill('101');
    await clerk.getByLabel('Ký hiệu', { exact: true }).fill('BYT-KHTC');
    await clerk.getByLabel('Tác giả').fill('Bộ Y tế');
    await clerk.getByLabel('Ngày văn bản').fill('30/10/2017');
    await clerk.getByLabel('Trích yếu').press('Tab');
    await clerk.getByRole('button', { name: 'Vào sổ' }).click();
    await clerk.waitForSelector('#errors');
    await expectAccessible(clerk, width);
    await clerk.context().close();
  });
});

async function fill(): Promise<void> {
  let number = 100;
  const letter = (but: object = {}) => {
    const code = String(++number);
    const subject = SUBJECTS[number % SUBJECTS.length] ?? '';
    return {
      codeNumber: code,
      documentId: code,
      codeNotation: 'BYT-KHTC',
      issuedOn: '2026-02-27',
      subject,
      ...but,
    };
  };
  for (const due of [1, 2, 5, 9]) {
    const id = await office.directed(letter(), [
      await office.unit('vx', 'lead', { kind: 'workingDays', days: due }),
    ]);
    const assignments = [await office.post('trang'), await office.post('pao', 'cooperate')];
    await office.does('minh', id, { kind: 'forward', row: 1, assignments, opinion: '' });
  }
  await office.directed(letter({ priority: 1 }), [
    await office.post('trang', 'lead'),
    await office.post('pao', 'inform'),
  ]);
  await office.directed(letter({ replyRequired: true }), [await office.post('trang')]);
  await office.directed(letter(), [await office.unit('vx'), await office.post('trang', 'inform')]);
  await office.directed(letter(), [await office.unit('vx')]);
  const undone = await office.registered(letter());
  await office.does('mai', undone, { kind: 'undoRegistration', reason: 'vào nhầm sổ của cơ quan khác' });
  await office.registered(letter({ priority: 3 }));
  await product.sleepUntil(at('2026-03-04 07:45'));
  for (const priority of [0, 2]) await product.arrive(letter({ priority }));
}

async function seen(page: Page, path: string, width: number): Promise<void> {
  await page.goto(`${product.address}${path}`);
  await expectAccessible(page, width);
}

async function signedIn(login: string, theme: Theme, width: number): Promise<Page> {
  const page = await openPage(chromiumProcess, theme, width);
  await page.goto(`${product.address}/sign-in`);
  await signIn(page, login);
  return page;
}
