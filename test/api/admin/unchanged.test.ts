import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../../api/routes.ts';
import { startWeb, type Web } from '../../builders/web.ts';

const chain = '/admin/chains/incoming';
let web: Web;

beforeAll(async () => {
  web = await startWeb(routes);
});
afterAll(() => web.stop());

it('a chain is the same one after a step was saved as it stood', async () => {
  const admin = web.browser();
  await admin.signIn('hau.pt');
  const fields = fieldsOf((await admin.get(`${chain}/steps/present`)).text);
  expect(fields['ladder[L1][on]']).toBe('true');
  expect((await admin.post(`${chain}/steps/present`, fields)).status).toBe(303);
  expect((await admin.get(chain)).text).toContain('Không khác gì.');
});

/** What a browser would send of the form of a step. */
function fieldsOf(page: string): Record<string, string> {
  const form = /<form class="card[\s\S]*?<\/form>/.exec(page)?.[0] ?? '';
  const inputs = [...form.matchAll(/<input [^>]*name="([^"]+)"[^>]*>/g)].filter(([input]) => {
    return !/type="(checkbox|radio)"/.test(input) || input.includes(' checked');
  });
  const typed = inputs.map(([input, name = ''], place) => {
    const key = name.endsWith('[to]') ? `${name}[${place}]` : name;
    return [key, /value="([^"]*)"/.exec(input)?.[1] ?? ''] as const;
  });
  const selects = form.matchAll(/<select [^>]*name="(\w+)"[^>]*>([\s\S]*?)<\/select>/g);
  const chosen = [...selects].map(([, name = '', options = '']) => {
    return [name, /value="([^"]*)" selected/.exec(options)?.[1] ?? ''] as const;
  });
  return Object.fromEntries([...typed, ...chosen]);
}
