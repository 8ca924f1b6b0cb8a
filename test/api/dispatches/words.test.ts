import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { actorText, eventText, TOLD } from '../../../api/dispatches/event-words.ts';
import { historyView } from '../../../api/dispatches/history.presenter.ts';
import type { Words } from '../../../api/dispatches/reading.ts';
import type { Event } from '../../../workflows/rules/dispatch/event.ts';
import { at } from '../../builders/calendar.ts';
import * as deeds from '../../builders/deeds.ts';
import { envelope, takingChain } from '../../builders/incoming.ts';
import { hoa, mai, minh, pao, trang, u, vx } from '../../builders/people.ts';
import { nothing, play, type Story, wait } from '../../builders/story.ts';

const locales = ['vi', 'en'] as const;

function texts(locale: string, namespace: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`templates/locales/${locale}/${namespace}.json`, 'utf8')) as Record<
    string,
    unknown
  >;
}

/** Every reason that the law can give, by its key in the code. */
function refusalKeys(): readonly string[] {
  const code = globSync('{workflows/rules,api/dispatches}/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const calls = /\b(?:refuse|askToConfirm)\(\s*(?:'[\w-]+'|\w+),\s*'(\w+)'/g;
  return [...new Set([...code.matchAll(calls)].map(([, key = '']) => key))];
}

it.each(locales)('every refusal of the law has its sentence: %s', (locale) => {
  const keys = refusalKeys();
  expect(keys.length).toBeGreaterThan(40);
  const known = texts(locale, 'refusals');
  expect(keys.filter((key) => typeof known[key] !== 'string')).toEqual([]);
  // A sentence may have a variant, e.g. for a text that is empty.
  const sentences = Object.keys(known).map((key) => key.replace(/_empty$/, ''));
  expect(sentences.filter((key) => !keys.includes(key))).toEqual([]);
});

it.each(locales)('every notice has its name on the dispatch page: %s', (locale) => {
  const code = readFileSync('workflows/rules/dispatch/effects.ts', 'utf8');
  const keys = [...code.matchAll(/notice\('(\w+)'/g)].map(([, key = '']) => key);
  const levels = ['R1', 'L1', 'L2', 'L3'].map((level) => `level${level}`);
  const known = (texts(locale, 'dispatches') as { notice: Record<string, string> }).notice;
  expect([...keys, ...levels].filter((key) => !(key in known))).toEqual([]);
});

/** Keeps the keys that were asked for. */
function listening(asked: Set<string>): Words {
  const t = (key: string) => {
    asked.add(key);
    return key;
  };
  return t as Words;
}

it.each(locales)('every kind of event that a life holds is told with words that exist: %s', (locale) => {
  const events = lives().flatMap((story) => story.events.map((event) => ({ event, state: story.state })));
  const asked = new Set<string>();
  const t = listening(asked);
  for (const { event, state } of events) {
    expect(eventText(event, { state, t })).not.toBe('');
    actorText(event.by, t);
  }
  const missing = [...asked].filter((key) => {
    const [namespace = '', path = ''] = key.split(':');
    const found = path
      .split('.')
      .reduce<unknown>(
        (at, part) => (at as Record<string, unknown> | undefined)?.[part],
        texts(locale, namespace),
      );
    return typeof found !== 'string';
  });
  expect(missing).toEqual([]);
  const told = new Set(events.map(({ event }) => event.kind));
  // The rest need a world around one dispatch; their keys are walked below.
  const untold = Object.keys(TOLD).filter((kind) => !told.has(kind as Event['kind']));
  expect(untold.filter((kind) => !hasText(locale, kind))).toEqual([]);
});

function hasText(locale: string, kind: string): boolean {
  return Object.keys(texts(locale, 'events')).some((key) => key.startsWith(kind));
}

const taken = wait(
  play(
    nothing,
    deeds.arrives(envelope(), takingChain),
    deeds.registers(mai, undefined, undefined, takingChain),
    deeds.presents(mai, hoa),
    deeds.directs(hoa, [deeds.lead(trang)]),
  ),
  '2026-06-30 08:00',
);

function lives(): readonly Story[] {
  const registered = play(nothing, deeds.arrives(), deeds.registers(mai));
  const directed = play(
    registered,
    deeds.presents(mai, hoa),
    deeds.directs(hoa, [deeds.lead(vx)]),
    deeds.reads(minh),
  );
  const forwarded = play(
    directed,
    deeds.forwards(minh, [deeds.lead(trang), deeds.cooperate(pao), deeds.inform(u)]),
  );
  const done = play(
    forwarded,
    deeds.reports(trang, 40),
    deeds.reports(trang, 60, 'Đang tổng hợp'),
    deeds.completes(trang),
  );
  return [
    play(nothing, deeds.entersPaper(mai), deeds.numbered()),
    play(nothing, deeds.arrives(), deeds.arrives(), deeds.refuses(mai)),
    play(nothing, deeds.arrives(), deeds.discards(mai)),
    play(registered, deeds.undoes(mai)),
    play(registered, deeds.sendsBack(mai, hoa)),
    play(registered, deeds.presents(mai, hoa), deeds.settles(hoa)),
    play(directed, deeds.claims(trang, vx), deeds.releases(trang, vx), deeds.accepts(minh)),
    play(directed, deeds.suspends(hoa, vx), deeds.resumes(hoa, vx)),
    play(forwarded, deeds.returns(trang)),
    play(forwarded, deeds.withdraws(minh, trang)),
    wait(forwarded, '2026-04-30 08:00'),
    taken,
    play(done, deeds.reopens(hoa, { kind: 'workingDays', days: 5 })),
  ];
}

it('names whoever held a row on that day, not who has it since', () => {
  const t = ((key: string, data: object = {}) =>
    `${key} ${Object.values(data).join(' ')}`) as unknown as Words;
  const lines = historyView({ ...taken, t }).filter(
    ({ kind }) => kind.startsWith('row') || kind === 'levelFired',
  );
  expect(lines.map(({ text }) => text).join('\n')).toMatch(
    /levelFired .*Phạm Thu Trang.*\n.*rowReassigned Phạm Thu Trang \(Chuyên viên\) Phòng Văn xã\n.*levelFired .*Phòng Văn xã/,
  );
});

it('tells late firings with the instant they were due (E-5)', () => {
  const scheduled = at('2026-03-19 07:30');
  const asked = new Set<string>();
  const { state } = play(nothing, deeds.arrives());
  const event = {
    kind: 'levelFired',
    clock: { row: 0 },
    level: 'R1',
    scheduled,
    to: [],
    revision: 1,
    by: { system: true },
  } as const;
  eventText({ ...event, at: at('2026-03-19 09:00') }, { state, t: listening(asked) });
  expect(asked).toContain('events:levelFiredLate');
});
