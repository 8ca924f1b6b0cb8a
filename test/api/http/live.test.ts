import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../../api/routes.ts';
import { startWeb, type Web } from '../../builders/web.ts';

let web: Web;

beforeAll(async () => {
  web = await startWeb(routes);
});
afterAll(() => web.stop());

it('tells only whoever holds one of the keys, and only that something changed', async () => {
  const browser = web.browser();
  await browser.signIn('trang.pt');
  const request = get(`${web.address}/live`, { headers: { cookie: browser.cookie } });
  const [stream] = (await once(request, 'response')) as [IncomingMessage];
  expect(stream.headers['content-type']).toBe('text/event-stream');
  let received = '';
  stream.on('data', (chunk: Buffer) => (received += chunk.toString()));
  web.live.publish(['post:000.00.00.H35/vx/cv2'], 'messages');
  web.live.publish(['unit:000.00.00.H35/vx'], 'inbox');
  await expect.poll(() => received).toContain('event:inbox');
  expect(received).not.toContain('messages');
  request.destroy();
});
