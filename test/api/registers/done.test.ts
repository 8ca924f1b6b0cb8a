import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../builders/browser.ts';
import { at } from '../../builders/calendar.ts';
import { textOf } from '../../builders/station.ts';
import { type Product, startProduct } from '../../support/product.ts';

let product: Product;
let mai: Browser;

beforeAll(async () => {
  product = await startProduct(at('2026-03-02 08:00'));
  mai = await product.signedIn('mai.lt');
});
afterAll(() => product.stop());

async function refused(codeNumber: string): Promise<void> {
  const id = await product.arrive({ codeNumber, documentId: codeNumber, issuedOn: '2026-02-27' });
  const reason = 'Văn bản thuộc thẩm quyền Sở Tài chính';
  const answer = await mai.post(`/dispatches/${id}/refuse`, { why: 'wrongRecipient', reason });
  expect(answer.status).toBe(303);
}

const list = async (query = ''): Promise<string> => (await mai.get(`/incoming?tab=done${query}`)).text;

it('lists what is done of the last three months, and the rest one step further or by a search', async () => {
  await refused('101');
  await product.sleepUntil(at('2026-06-01 08:00'));
  await refused('202');
  const page = await list();
  expect(textOf(page)).toContain('Văn bản đến từ ngày 03/03/2026. Xem văn bản đến trước đó');
  expect([page.includes('101/BYT-KHTC'), page.includes('202/BYT-KHTC')]).toEqual([false, true]);
  const older = /href="([^"]*)">Xem văn bản đến trước đó/.exec(page)?.[1] ?? '';
  const before = (await mai.get(older.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))).text;
  expect([before.includes('101/BYT-KHTC'), before.includes('202/BYT-KHTC')]).toEqual([true, false]);
  expect(await list('&text=101')).toContain('101/BYT-KHTC');
});
