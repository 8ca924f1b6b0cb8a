import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { routes } from '../../../api/routes.ts';
import { SignInAttemptModel } from '../../../store/sessions/sign-in-attempt.model.ts';
import { type Browser, PASSWORD } from '../../builders/browser.ts';
import { startWeb, type Web } from '../../builders/web.ts';

let web: Web;
let browser: Browser;

beforeAll(async () => {
  web = await startWeb(routes);
});
beforeEach(async () => {
  await SignInAttemptModel.deleteMany();
  browser = web.browser();
});
afterAll(() => web.stop());

describe('sign-in', () => {
  it('lets in by login in any case, and acts as the only post', async () => {
    const answer = await browser.signIn(' Mai.LT ');
    expect([answer.status, answer.location]).toEqual([303, '/']);
    const page = await browser.get('/session/post');
    expect(page.text).toContain('UBND tỉnh Lai Châu');
    expect(page.text).toContain('Lò Thị Mai');
  });

  it('asks whoever has several posts which one', async () => {
    expect((await browser.signIn('khoi.vd')).location).toBe('/session/post?next=%2F');
  });

  it('goes on to where the visitor wanted to be, never out of the product', async () => {
    expect((await browser.get('/session/post?x=1')).location).toBe('/sign-in?next=%2Fsession%2Fpost%3Fx%3D1');
    const signInWithNext = async (next: string) => {
      return (await browser.post('/sign-in', { login: 'mai.lt', password: PASSWORD, next })).location;
    };
    expect(await signInWithNext('/work?tab=late')).toBe('/work?tab=late');
    await browser.post('/sign-out');
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      expect(await signInWithNext(next)).toBe('/');
      await browser.post('/sign-out');
    }
  });

  it('says the same of a wrong password and an unknown login, and keeps what was typed but the password', async () => {
    const sentences = [];
    for (const login of ['mai.lt', 'nobody.x']) {
      const answer = await browser.signIn(login, 'wrong');
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(`value="${login}"`);
      expect(answer.text).not.toContain('value="wrong"');
      sentences.push(/<li>(.*?)<\/li>/.exec(answer.text.slice(answer.text.indexOf('id="errors"')))?.[1]);
    }
    expect(sentences[0]).toContain('không đúng');
    expect(sentences[0]).toBe(sentences[1]);
  });

  it('names the fields left empty, each linked from the summary', async () => {
    const { text, status } = await browser.post('/sign-in', { login: '', password: '' });
    expect(status).toBe(422);
    expect(text).toContain('<a href="#login">Hãy nhập tên đăng nhập.</a>');
    expect(text).toContain('id="password-error">Hãy nhập mật khẩu.</div>');
  });

  it('starts a session of its own (no fixation)', async () => {
    await browser.get('/sign-in');
    const before = browser.cookie;
    await browser.signIn('mai.lt');
    expect(before).toContain('lienthong=');
    expect(browser.cookie).not.toBe(before);
  });

  it('locks a login for 15 minutes after five failures, for the right password too', async () => {
    for (let i = 0; i < 5; i++) await browser.signIn('mai.lt', 'wrong');
    const locked = await web.browser().signIn('MAI.LT');
    expect(locked.status).toBe(422);
    expect(locked.text).toContain('thử lại sau 15 phút');
    expect((await browser.signIn('sinh.va')).status).toBe(303);
    web.setClock(Date.parse('2026-03-09T08:15:00+07:00'));
    expect((await web.browser().signIn('mai.lt')).status).toBe(303);
  });

  it('ends the session at sign-out', async () => {
    await browser.signIn('mai.lt');
    expect((await browser.post('/sign-out')).location).toBe('/sign-in');
    expect((await browser.get('/session/post')).status).toBe(303);
    expect((await browser.get('/sign-in')).text).toContain('Đã đăng xuất.');
  });

  it('does the same for an API client', async () => {
    const { body } = await browser.post('/api/v1/sign-in', { login: 'mai.lt', password: PASSWORD });
    expect(body).toEqual({ location: '/' });
    expect((await browser.get('/api/v1/session/post')).body).toMatchObject({ posts: [{ person: 'mai.lt' }] });
  });
});
