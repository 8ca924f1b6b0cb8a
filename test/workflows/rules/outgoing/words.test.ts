import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Words = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function words(locale: string, namespace: string): Words {
  return JSON.parse(readFileSync(`templates/locales/${locale}/${namespace}.json`, 'utf8')) as Words;
}

const code = globSync('workflows/rules/outgoing/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** What the code names in a place, by a pattern with one group. */
function named(pattern: RegExp): readonly string[] {
  return [...new Set([...code.matchAll(pattern)].map(([, key = '']) => key))];
}

const notices = named(/(?:\bnotice|toDrafter|dismissed)\('(\w+)'/g);
const calls = named(/: '(to[A-Z]\w+)'/g);

test.each(['vi', 'en'])('every notice of a draft has its sentence and its name: %s', (locale) => {
  const keys = [...notices, ...calls];
  expect(keys.length).toBeGreaterThan(20);
  const { notice: sentences } = words(locale, 'messages');
  const { notice: names } = words(locale, 'dispatches');
  expect(keys.filter((key) => !sentences || !(`${key}_other` in sentences))).toEqual([]);
  expect(keys.filter((key) => !names || !(key in names))).toEqual([]);
});

test.each(['vi', 'en'])('every status, task and field that a refusal names has its word: %s', (locale) => {
  const { status, rowState, field } = words(locale, 'dispatches');
  const state = readFileSync('workflows/rules/outgoing/state.ts', 'utf8');
  const [, union = ''] = /OutgoingStatus =([\s\S]*?);/.exec(state) ?? [];
  const statuses = [...union.matchAll(/'(\w+)'/g)].map(([, key = '']) => key);
  expect(statuses).toContain('awaitingSignature');
  expect(statuses.filter((key) => !status || !(key in status))).toEqual([]);
  const states = ['approved', 'refused', 'returned', 'transferred', 'removed', 'cancelled'];
  expect(states.filter((key) => !rowState || !(key in rowState))).toEqual([]);
  const fields = [
    ...named(/field: '(\w+)'/g),
    ...named(/Fault\('[\w-]+', '(\w+)'/g),
    'basis',
    'type',
    'field',
  ];
  expect(fields.filter((key) => !field || !(key in field))).toEqual([]);
});
