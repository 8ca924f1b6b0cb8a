import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { route } from '../../../api/http/define-route.ts';
import { routes } from '../../../api/routes.ts';
import { handOverPost } from '../../../store/organisation/organisation.repository.ts';
import type { PostId } from '../../../workflows/rules/ids.ts';
import type { Browser } from '../../builders/browser.ts';
import { startWeb, type Web } from '../../builders/web.ts';

const whoAmI = route(
  'get',
  '/me',
  { schema: z.object({}), permission: 'acting', audit: 'none', answer: z.looseObject({}) },
  ({ actor }) => {
    return { kind: 'page', view: 'errors/error', title: actor.title, model: actor };
  },
);
const director = '000.00.17.H35/ld/gd';
const deputy = '000.00.29.H35/ld/ptr1';

let web: Web;
let browser: Browser;

beforeAll(async () => {
  web = await startWeb([...routes, whoAmI], {
    navigation: [{ label: 'session:choosePost', path: '/me', permission: 'supervise', place: 'side' }],
  });
});
beforeEach(() => {
  browser = web.browser();
});
afterAll(() => web.stop());

describe('the acting post', () => {
  it('is chosen and switched, and shown in the header (U-1)', async () => {
    await browser.signIn('khoi.vd');
    expect((await browser.get('/me')).location).toBe('/session/post?next=%2Fme');
    const chosen = await browser.post('/session/post', { post: director, next: '/me' });
    expect([chosen.status, chosen.location]).toEqual([303, '/me']);
    const page = (await browser.get('/me')).text;
    expect(page).toContain('Bạn đang làm việc với chức danh Giám đốc.');
    expect(page).toMatch(/<b>Sở GTVT<\/b> <span>Giám đốc/);
    await browser.post('/session/post', { post: deputy });
    expect((await browser.get('/api/v1/me')).body).toMatchObject({ agency: '000.00.29.H35' });
  });

  it('can only be one that the person holds', async () => {
    await browser.signIn('khoi.vd');
    const answer = await browser.post('/session/post', { post: '000.00.00.H35/ld/ct' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('không do bạn đảm nhiệm');
  });

  it('is gone at once when it is lost, in a running session (D-9)', async () => {
    await browser.signIn('trang.pt');
    expect((await browser.get('/me')).status).toBe(200);
    await handOverPost('000.00.00.H35/vx/cv1' as PostId, undefined, Date.parse('2026-03-09T08:00:00+07:00'));
    expect((await browser.get('/me')).location).toBe('/session/post?next=%2Fme');
    expect((await browser.get('/session/post')).text).toContain('không giữ chức danh nào');
    expect((await browser.get('/api/v1/me')).status).toBe(403);
  });
});

describe('home', () => {
  it('is the first place that the post may use', async () => {
    await browser.signIn('hai.tv');
    expect((await browser.get('/')).location).toBe('/me');
    expect((await browser.get('/me')).text).toContain('href="/me" aria-current="page"');
  });

  it('is the list of posts where there is none, and shows no place that the post may not use', async () => {
    await browser.signIn('long.td');
    expect((await browser.get('/')).location).toBe('/session/post');
    expect((await browser.get('/session/post')).text).not.toContain('href="/me"');
  });
});

describe('preferences', () => {
  it('keep the language in a cookie, Vietnamese first', async () => {
    expect((await browser.get('/sign-in')).text).toContain('<html lang="vi">');
    expect((await browser.get('/sign-in?lang=en')).text).toContain('Sign in');
    expect((await browser.get('/sign-in')).text).toContain('<html lang="en">');
    expect((await web.browser().get('/sign-in?lang=xx')).text).toContain('<html lang="vi">');
  });

  it('keep the theme in a cookie and come back', async () => {
    const answer = await browser.post('/session/theme', { theme: 'dark', next: '/sign-in?next=%2Fme' });
    expect([answer.status, answer.location]).toEqual([303, '/sign-in?next=%2Fme']);
    expect((await browser.get('/sign-in')).text).toContain('data-bs-theme="dark"');
    await browser.post('/session/theme', { theme: 'system' });
    expect((await browser.get('/sign-in')).text).not.toContain('data-bs-theme');
  });
});
