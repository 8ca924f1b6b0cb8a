import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Route } from '../../api/http/define-route.ts';
import { accessTo } from '../../api/http/permissions.ts';
import { routes } from '../../api/routes.ts';
import { holdersOf } from '../../store/organisation/people.view.ts';
import type { AgencyCode } from '../../workflows/rules/ids.ts';
import type { Browser } from '../builders/browser.ts';
import { fingerprint } from '../builders/fingerprint.ts';
import { startWeb, type Web } from '../builders/web.ts';

const named = routes.map((route) => ({ route, name: `${route.method} ${route.path}` }));
const guarded = named.filter(({ route }) => route.permission !== 'anyone');
const wantingRole = guarded.filter(({ route }) => !['signedIn', 'acting'].includes(route.permission));
const acts = named.filter(({ route }) => route.method === 'post');

let web: Web;

beforeAll(async () => {
  web = await startWeb(routes);
});
afterAll(() => web.stop());

describe('every route', () => {
  it('stands in the tables once', () => {
    expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
  });

  it.each(named)('declares schema, permission and audit: $name', ({ route }) => {
    expect(route.schema).toBeInstanceOf(z.ZodObject);
    expect(route.permission).toBeTruthy();
    expect(route.audit).toMatch(route.method === 'get' ? /^none$/ : /^(none|[A-Z_]+)$/);
  });

  it.each(acts)('that acts names a page of the tables for its form: $name', ({ route }) => {
    if (route.form) expect(routes).toContain(route.form);
  });
});

describe('without the permission nothing happens', () => {
  it.each(guarded)('signed out: $name', async ({ route }) => {
    const before = await fingerprint();
    const browser = web.browser();
    const page = await call(browser, route, '');
    if (route.method === 'get') expect(page.location).toMatch(/^\/sign-in\?next=/);
    else expect(page.status).toBe(403);
    if (route.answer) expect((await call(browser, route, '/api/v1')).status).toBe(401);
    expect(await fingerprint()).toBe(before);
  });

  it.each(wantingRole)('as a post without the role: $name', async ({ route }) => {
    const browser = web.browser();
    await browser.signIn(await someoneWithout(route));
    const before = await fingerprint();
    for (const prefix of ['', '/api/v1'])
      expect([403, 404]).toContain((await call(browser, route, prefix)).status);
    expect(await fingerprint()).toBe(before);
  });

  it.each(acts)('without the token of the session: $name', async ({ route }) => {
    const browser = web.browser();
    if (route.permission !== 'anyone') await browser.signIn('mai.lt');
    const before = await fingerprint();
    for (const prefix of ['', '/api/v1']) {
      expect((await browser.post(prefix + addressOf(route), { _csrf: 'made up' })).status).toBe(403);
    }
    expect(await fingerprint()).toBe(before);
  });
});

const addressOf = ({ path }: Route): string => path.replaceAll(/:\w+/g, 'x');

function call(browser: Browser, route: Route, prefix: string) {
  return browser[route.method](prefix + addressOf(route));
}

async function someoneWithout({ permission }: Route): Promise<string> {
  const province = '000.00.00.H35' as AgencyCode;
  const roles = ['systemAdministrator', 'officer', 'clerk', 'leader'] as const;
  const at = Date.parse('2026-03-09T08:00:00+07:00');
  const people = await Promise.all(
    roles.map((role) => holdersOf({ kind: 'role', agency: province, role }, at)),
  );
  const actor = people
    .flat()
    .find((one) => accessTo(permission, { person: one.person, actor: one }) !== 'granted');
  if (!actor) throw new Error(`Nobody of the province lacks ${permission}: name somebody else in this test`);
  return actor.person;
}
