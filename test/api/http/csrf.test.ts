import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../../api/routes.ts';
import { startWeb, type Web } from '../../builders/web.ts';

let web: Web;

beforeAll(async () => {
  web = await startWeb(routes);
});
afterAll(() => web.stop());

it('is one token for all pages of a session, also for those that were asked for at once', async () => {
  const browser = web.browser();
  await browser.signIn('trang.pt');
  const pages = await Promise.all(Array.from({ length: 12 }, () => browser.get('/session/post')));
  for (const { text } of pages) {
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const { status } = await browser.post('/session/theme', { _csrf: token, theme: 'dark', next: '/' });
    expect(status).toBe(303);
  }
});

it('is another one after the next sign-in', async () => {
  const browser = web.browser();
  const tokenNow = async () => (await browser.get('/api/v1/sign-in')).headers.get('x-csrf-token');
  const before = await tokenNow();
  expect(await tokenNow()).toBe(before);
  await browser.signIn('trang.pt');
  expect(await tokenNow()).not.toBe(before);
});
