import { afterAll, beforeAll, expect, it } from 'vitest';
import { navigation } from '../../api/navigation.ts';
import { routes } from '../../api/routes.ts';
import { startWeb, type Web } from '../builders/web.ts';

let web: Web;

beforeAll(async () => {
  web = await startWeb(routes, { navigation });
});
afterAll(() => web.stop());

it.each([
  ['trang.pt', '/tasks', ['/tasks', '/incoming']],
  ['hoa.lt', '/tasks', ['/tasks', '/incoming', '/supervision']],
  ['hau.pt', '/admin', ['/admin']],
  ['long.td', '/api-docs', ['/api-docs']],
])('%s starts at %s and is led to no place that holds nothing for the post', async (login, home, places) => {
  const browser = web.browser();
  await browser.signIn(login);
  expect((await browser.get('/')).location).toBe(home);
  const page = (await browser.get('/session/post')).text;
  const side = /<nav class="side"[\s\S]*?<\/nav>/.exec(page)?.[0] ?? '';
  expect([...side.matchAll(/href="([^"]+)"/g)].map(([, path]) => path)).toEqual(places);
});
