import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DispatchId, FileHash } from '../../workflows/rules/ids.ts';
import { people, type Person, type Station, stationOf } from '../builders/station.ts';
import { at } from '../builders/calendar.ts';
import { pdfWith } from '../builders/pdf.ts';
import { chromiumArguments, chromiumPath, describeInBrowser } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { expectAccessible, looks, openPage, signIn, type Theme } from '../support/page.ts';
import { weighing } from '../support/weight.ts';

let product: Product;
let as: (person: Person) => Promise<Station>;
let chromiumProcess: Browser;
let pdf: FileHash;
let id: DispatchId;

describeInBrowser('one dispatch', () => {
  beforeAll(async () => {
    product = await startProduct(at('2026-03-13 08:00'));
    as = stationOf(product);
    pdf = await keepPdf();
    id = await presented('640');
    chromiumProcess = await chromium.launch({ executablePath: chromiumPath ?? '', args: chromiumArguments });
  });
  afterAll(async () => {
    await chromiumProcess.close();
    await product.stop();
  });

  it.each(looks)('its pages are accessible and fit: $theme, $width px', async ({ theme, width }) => {
    const arrived = await arrive('700');
    const clerk = await signedIn('mai', theme, width);
    for (const path of ['', '/register', '/refuse']) {
      await clerk.goto(`${product.address}/dispatches/${arrived}${path}`);
      await expectAccessible(clerk, width);
    }
    await clerk.context().close();
    const leader = await signedIn('hoa', theme, width);
    await leader.goto(`${product.address}/dispatches/${id}`);
    await expectAccessible(leader, width);
    await leader.goto(`${product.address}/dispatches/${id}/direct`);
    await expectAccessible(leader, width);
    await leader.getByRole('button', { name: 'Bút phê' }).click();
    await leader.waitForSelector('#errors');
    await expectAccessible(leader, width);
    await leader.context().close();
  });

  it('shows its PDF in place, and says nothing on the console', async () => {
    const page = await signedIn('hoa', 'light', 1280);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    const answered = page.waitForResponse((response) => response.url().endsWith(pdf));
    await page.goto(`${product.address}/dispatches/${id}`, { waitUntil: 'load' });
    const file = await answered;
    expect(file.status()).toBe(200);
    expect(file.headers()['content-type']).toBe('application/pdf');
    expect(file.headers()['content-disposition']).toMatch(/^inline/);
    expect(await page.locator('object.viewer').boundingBox()).toMatchObject({
      height: expect.any(Number) as number,
    });
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('weighs little', async () => {
    const page = await signedIn('hoa', 'light', 1280);
    const bytes = weighing(page, (url) => url.endsWith(pdf));
    await page.goto(`${product.address}/dispatches/${id}/direct`, { waitUntil: 'load' });
    expect(await bytes()).toBeLessThan(150_000);
    await page.context().close();
  });

  it('computes the deadline while it is typed, and finds receivers without losing the choice', async () => {
    const page = await signedIn('hoa', 'light', 1280);
    await page.goto(`${product.address}/dispatches/${id}/direct`);
    await page.getByLabel('Cách tính hạn').selectOption('workingDays');
    await page.getByLabel('Ngày, số hoặc giờ').fill('5');
    await expect.poll(() => page.locator('#due-preview').textContent()).toContain('17:00 20/03/2026');
    await page.getByRole('group', { name: 'Phòng Văn xã' }).getByRole('radio', { name: 'Chủ trì' }).check();
    await page.getByLabel('Tìm đơn vị, người').pressSequentially('tan lao u');
    await expect.poll(() => page.locator('#receivers').textContent()).toContain('Tẩn Lao U');
    const chosen = page.getByRole('group', { name: 'Phòng Văn xã' }).getByRole('radio', { name: 'Chủ trì' });
    expect(await chosen.isChecked()).toBe(true);
    await page.context().close();
  });

  it('tells whoever types what a colleague does meanwhile, and leaves what is typed', async () => {
    const open = await presented('641');
    const page = await signedIn('hoa', 'light', 1280);
    await page.goto(`${product.address}/dispatches/${open}/direct`);
    await page.getByRole('textbox', { name: 'Ý kiến' }).fill('Giao Phòng Văn xã');
    const mai = await as('mai');
    await mai.does(open, 'return-to-sender', {
      ...{ why: 'wrongRecipient', reason: 'Văn bản thuộc thẩm quyền Sở Tài chính', consent: people.hoa.post },
    });
    await page.evaluate(`document.getElementById('live').dispatchEvent(new Event('dispatch-${open}'))`);
    const notice = page.getByRole('status').filter({ hasText: 'Văn bản vừa thay đổi' });
    await expect.poll(() => notice.textContent()).toContain('Lò Thị Mai (Văn thư)');
    expect(await page.getByRole('textbox', { name: 'Ý kiến' }).inputValue()).toBe('Giao Phòng Văn xã');
    await expectAccessible(page, 1280);
    await page.context().close();
  });

  it('is directed by keyboard alone, and read when it is opened', async () => {
    const page = await signedIn('hoa', 'light', 1280);
    await page.goto(`${product.address}/dispatches/${id}`);
    await tabTo(page, "element.textContent.trim() === 'Bút phê'");
    await page.keyboard.press('Enter');
    await page.waitForURL('**/direct');
    await tabTo(page, "element.name?.includes('/vx]')");
    for (let key = 0; key < 3; key++) await page.keyboard.press('ArrowUp');
    await tabTo(page, "element.id === 'opinion'");
    await page.keyboard.type('Giao Phòng Văn xã tham mưu');
    await tabTo(page, "element.id === 'dueKind'");
    await page.keyboard.press('ArrowDown');
    await tabTo(page, "element.id === 'dueValue'");
    await page.keyboard.type('20/03/2026');
    await tabTo(page, "element.textContent.trim() === 'Bút phê'");
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/dispatches/${id}`);
    expect(await page.getByRole('status').first().textContent()).toContain('Đã bút phê');
    expect(await page.locator('#rows').textContent()).toContain('17:00 19/03/2026');
    await page.context().close();
    const head = await signedIn('minh', 'light', 390);
    await head.goto(`${product.address}/dispatches/${id}`);
    await expect.poll(() => head.locator('#reading').textContent()).toContain('Bạn đã đọc lúc');
    await head.context().close();
  });
});

async function keepPdf(): Promise<FileHash> {
  const folder = await mkdtemp(join(tmpdir(), 'lienthong-pdf-'));
  const path = join(folder, 'a.pdf');
  await writeFile(path, pdfWith('11503/VPCP-TTDT'));
  const hash = await product.files.keep(path);
  await rm(folder, { recursive: true });
  return hash;
}

function arrive(codeNumber: string): Promise<DispatchId> {
  const file = { hash: pdf, name: `${codeNumber}_BYT-KHTC.pdf`, type: 'application/pdf', size: 700 };
  const subject =
    'V/v báo cáo tình hình thực hiện kế hoạch đầu tư công trung hạn của ngành y tế trên địa bàn tỉnh';
  return product.arrive({
    documentId: codeNumber,
    codeNumber,
    issuedOn: '2026-03-10',
    files: [file],
    subject,
  });
}

async function presented(codeNumber: string): Promise<DispatchId> {
  const arrived = await arrive(codeNumber);
  const mai = await as('mai');
  const fields = { codeNumber, codeNotation: 'BYT-KHTC', issuedOn: '10/03/2026', author: 'Bộ Y tế' };
  await mai.does(arrived, 'register', mai.registration(fields));
  await mai.does(arrived, 'present', { leader: people.hoa.post });
  return arrived;
}

async function signedIn(person: Person, theme: Theme, width: number): Promise<Page> {
  const page = await openPage(chromiumProcess, theme, width);
  await page.goto(`${product.address}/sign-in`);
  await signIn(page, people[person].login);
  return page;
}

/**
 * Presses Tab until the focus is where it should be; somebody without a mouse has no other way.
 * @param found what holds of the focused `element` there
 */
async function tabTo(page: Page, found: string): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`((element) => ${found})(document.activeElement)`)) return;
  }
  throw new Error(`Tab does not lead to where ${found}`);
}
