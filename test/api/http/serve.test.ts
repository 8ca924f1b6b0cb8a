import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { route } from '../../../api/http/define-route.ts';
import { routes } from '../../../api/routes.ts';
import { askToConfirm } from '../../../workflows/rules/dispatch/refusal.ts';
import type { Browser } from '../../builders/browser.ts';
import { startWeb, type Web } from '../../builders/web.ts';

const nothing = { audit: 'none', permission: 'acting', answer: z.looseObject({}) } as const;
const seen: { key: string; files: { name: string; text: string }[] }[] = [];

const showForm = route(
  'get',
  '/things/:id',
  { ...nothing, schema: z.object({ id: z.string() }) },
  ({ input }) => {
    return {
      kind: 'page',
      view: 'session/sign-in',
      title: `Form ${input.id}`,
      model: {},
      data: { id: input.id },
    };
  },
);
const form = z.object({ id: z.string(), login: z.string().min(10), tags: z.array(z.string()).optional() });
const things = [
  showForm,
  route('post', '/things/:id', { ...nothing, schema: form, form: showForm }, async ({ key, files }) => {
    seen.push({
      key,
      files: await Promise.all(
        files.map(async ({ name, path }) => ({ name, text: await readFile(path, 'utf8') })),
      ),
    });
    return { kind: 'redirect', to: '/', data: { done: true } };
  }),
  route('post', '/refused/:id', { ...nothing, schema: z.object({ id: z.string() }), form: showForm }, () => {
    return { kind: 'refused', refusal: askToConfirm('T-11', 'testOnly', 'confirmed') };
  }),
  route('post', '/refused-button', { ...nothing, schema: z.object({}) }, () => {
    return { kind: 'refused', refusal: askToConfirm('T-11', 'testOnly', 'confirmed') };
  }),
  route('get', '/file', { ...nothing, schema: z.object({}) }, () => {
    return { kind: 'file', name: 'Công văn.pdf', type: 'application/pdf', body: Readable.from(['%PDF']) };
  }),
  route('get', '/broken', { ...nothing, schema: z.object({}) }, () => {
    throw new Error('a secret of the server');
  }),
  route('get', '/leaders', { ...nothing, permission: 'supervise', schema: z.object({}) }, () => ({
    kind: 'notFound',
  })),
  route('get', '/clerks', { ...nothing, permission: 'clerk', schema: z.object({}) }, () => ({
    kind: 'notFound',
  })),
];

let web: Web;
let browser: Browser;

beforeAll(async () => {
  web = await startWeb([...routes, ...things]);
});
beforeEach(async () => {
  browser = web.browser();
  await browser.signIn('trang.pt');
});
afterAll(() => web.stop());

describe('a form', () => {
  it('comes back in place with every fault and what was typed', async () => {
    const { status, text } = await browser.post('/things/7', { login: 'abc' });
    expect(status).toBe(422);
    expect(text).toContain('<h1>Form 7</h1>');
    expect(text).toContain('<a href="#login">Hãy nhập ít nhất 10 ký tự.</a>');
    expect(text).toContain('value="abc"');
  });

  it('gives an API client field and message', async () => {
    const answer = await browser.post('/api/v1/things/7', { login: '' });
    expect(answer.status).toBe(422);
    expect(answer.body).toEqual({ errors: [{ field: 'login', message: 'Hãy điền mục này.' }] });
  });

  it('can’t overrule the address by a field', async () => {
    expect((await browser.post('/things/7', { login: 'abc', id: '8' })).text).toContain('Form 7');
  });

  it('takes the request key of the form or the header (U-2)', async () => {
    await browser.post('/things/7', { login: 'long enough', requestKey: 'k1' });
    expect(seen.at(-1)?.key).toBe('k1');
    expect((await browser.get('/things/7')).text).toMatch(/name="requestKey" value="[0-9a-f-]{36}"/);
  });

  it('shows a refusal with its rule, and the box that confirms (U-3)', async () => {
    const { status, text } = await browser.post('/refused/7');
    expect(status).toBe(422);
    expect(text).toContain('quy tắc T-11');
    expect(text).toContain('name="confirmed"');
    const { body } = await browser.post('/api/v1/refused/7');
    expect(body).toMatchObject({ refused: { rule: 'T-11', confirm: 'confirmed' } });
  });

  it('that is a mere button answers with a page', async () => {
    const { status, text } = await browser.post('/refused-button');
    expect(status).toBe(422);
    expect(text).toContain('Chưa thực hiện được');
  });

  it('takes files with Vietnamese names, and says where one is too large', async () => {
    const send = (bytes: string) => {
      return browser.post('/things/7', {
        login: 'long enough',
        file: new File([bytes], 'Công văn số 2235 – đã ký.pdf'),
      });
    };
    expect((await send('xin chào')).status).toBe(303);
    expect(seen.at(-1)?.files).toEqual([{ name: 'Công văn số 2235 – đã ký.pdf', text: 'xin chào' }]);
    const large = await send('x'.repeat(26 * 1024 * 1024));
    expect(large.status).toBe(413);
    expect(large.text).toContain('Tệp lớn hơn 25 MB');
    expect(large.text).toContain('value="long enough"');
  });
});

describe('answers', () => {
  it('give JSON the data of a page', async () => {
    expect((await browser.get('/api/v1/things/7')).body).toEqual({ id: '7' });
  });

  it('show a file in place under its own name', async () => {
    const { headers } = await browser.get('/file');
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe("inline; filename*=UTF-8''C%C3%B4ng%20v%C4%83n.pdf");
  });

  it('say 404 for an unknown address, as page and as JSON', async () => {
    const page = await browser.get('/nothing/here');
    expect([page.status, page.text.includes('Không có gì ở địa chỉ này')]).toEqual([404, true]);
    expect((await browser.get('/api/v1/nothing')).body).toHaveProperty('error');
    expect((await web.browser().get('/nothing')).status).toBe(404);
  });

  it('never show what broke, only a number for the log', async () => {
    for (const path of ['/broken', '/api/v1/broken']) {
      const { status, text } = await browser.get(path);
      expect(status).toBe(500);
      expect(text).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
      expect(text).not.toMatch(/secret of the server|at .*\.ts/);
    }
  });

  it('forbid, or hide where even the existence is secret', async () => {
    expect((await browser.get('/leaders')).status).toBe(403);
    expect((await browser.get('/clerks')).status).toBe(404);
    expect((await web.browser().get('/api/v1/leaders')).status).toBe(401);
  });

  it('refuse a form without the token of the session, and change nothing', async () => {
    const count = seen.length;
    const answer = await browser.post('/things/7', { login: 'long enough', _csrf: 'made up' });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('tải lại trang');
    expect(seen).toHaveLength(count);
  });
});

describe('headers', () => {
  it('allow nothing inline and nothing foreign', async () => {
    const { headers, text } = await browser.get('/things/7');
    const policy = String(headers.get('content-security-policy'));
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';style-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(text).not.toMatch(/<style|\sstyle=|<script>|\son[a-z]+=/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('let assets be kept for ever, compressed', async () => {
    const css =
      /href="(\/assets\/[^"]+\/tabler\.min\.css)"/.exec((await browser.get('/things/7')).text)?.[1] ?? '';
    const { headers, status } = await browser.get(css);
    expect(status).toBe(200);
    expect(headers.get('content-encoding')).toMatch(/br|gzip/);
    expect(headers.get('cache-control')).toContain('immutable');
    expect((await browser.get('/assets/x/..%2Fapp.ts')).status).toBe(404);
  });
});
