import { describe, expect, test } from 'vitest';
import type { Chain, Condition, Step } from '../../../../workflows/rules/chain/chain.ts';
import { chainFaults } from '../../../../workflows/rules/chain/lint.ts';
import type { Staffing } from '../../../../workflows/rules/chain/staffing.ts';
import type { Level } from '../../../../workflows/rules/escalation/ladder.ts';
import { defaultLadder } from '../../../../workflows/rules/escalation/default-ladder.ts';
import type { DueRule } from '../../../../workflows/rules/working-time/deadline.ts';
import { defaultChain } from '../../../builders/incoming.ts';
import { mai, toan, trang, vx, th } from '../../../builders/people.ts';

const incoming = defaultChain('incoming');
const outgoing = defaultChain('outgoing');

/** `key step` of each fault, warnings with a question mark. */
function faults(chain: Chain, staffing?: Staffing): readonly string[] {
  return chainFaults(chain, staffing).map(({ key, step, warning }) =>
    [key, step, warning && '?'].filter(Boolean).join(' '),
  );
}

/** The chain with one step changed, or left out. */
function but(chain: Chain, key: string, change: Partial<Step> | 'gone'): Chain {
  const steps = chain.steps.flatMap((step) => {
    if (step.key !== key) return [step];
    return change === 'gone' ? [] : [{ ...step, ...change }];
  });
  return { ...chain, steps };
}

function also(chain: Chain, before: string, step: Partial<Step>): Chain {
  const steps = chain.steps.flatMap((one) => (one.key === before ? [{ ...one, ...step }, one] : [one]));
  return { ...chain, steps };
}

describe('Q-1: legal steps', () => {
  test('Q-1: the default chains have no fault', () => {
    expect(faults(incoming)).toEqual([]);
    expect(faults(outgoing)).toEqual([]);
  });

  test.each(['register', 'direct', 'settle'])('Q-1: an incoming chain has %s', (key) => {
    expect(chainFaults(but(incoming, key, 'gone'))).toEqual([
      { rule: 'Q-1', key: 'stepMissing', data: { act: key } },
    ]);
    expect(faults(but(incoming, key, { optional: true }))).toEqual([`legalOptional ${key}`]);
  });

  test.each(['checkForm', 'sign', 'issue'])('Q-1: an outgoing chain has %s', (key) => {
    expect(faults(but(outgoing, key, 'gone'))).toEqual(['stepMissing']);
  });

  test('Q-1: the head of the drafting unit approves', () => {
    expect(faults(but(outgoing, 'approve', 'gone'))).toEqual(['headMissing']);
    expect(faults(but(outgoing, 'approve', { optional: true }))).toEqual(['headMissing']);
    expect(faults(but(outgoing, 'approve', { who: { kind: 'headOfUnit', unit: vx.unit } }))).toEqual([
      'headMissing',
    ]);
    expect(faults(but(outgoing, 'approve', { who: { kind: 'headsUp', levels: 2 } }))).toEqual([]);
  });

  test('Q-1: presenting and forwarding are the agency’s to have or not', () => {
    expect(faults(but(but(incoming, 'present', 'gone'), 'forward', 'gone'))).toEqual([]);
  });
});

test('Q-1: the order of the law', () => {
  expect(faults({ ...incoming, steps: incoming.steps.toReversed() })).toEqual([
    'wrongOrder forward',
    'wrongOrder direct',
    'wrongOrder present',
    'wrongOrder register',
  ]);
  expect(faults({ ...incoming, steps: [...incoming.steps, ...outgoing.steps.slice(0, 1)] })).toEqual([
    'wrongDirection draft',
  ]);
});

test('Q-1: every step has a key of its own and a title, the chain a name', () => {
  expect(faults(but(incoming, 'forward', { key: 'settle' }))).toEqual(['keyTwice settle']);
  expect(faults(but(incoming, 'forward', { key: ' ' }))).toEqual(['keyMissing  ']);
  expect(faults(but(incoming, 'forward', { title: ' ' }))).toEqual(['titleMissing forward']);
  expect(faults({ ...incoming, name: '' })).toEqual(['nameMissing']);
});

describe('Q-1: who', () => {
  const who = (of: Step['who'], key = 'present') => faults(but(incoming, key, { who: of }));

  test('Q-1: somebody is named', () => {
    expect(who({ kind: 'people', people: [] })).toEqual(['whoMissing present']);
    expect(who({ kind: 'post', post: '' as never })).toEqual(['whoMissing present']);
    expect(who({ kind: 'role', role: 'wizard' as never })).toEqual(['roleUnknown present']);
    expect(who({ kind: 'headsUp', levels: 0 }, 'forward')).toEqual(['levelsAmount forward']);
  });

  test('Q-1: on the agency’s desk no unit holds the work, so a head needs a unit', () => {
    expect(who({ kind: 'headOfUnit' })).toEqual(['unitMissing present']);
    expect(who({ kind: 'headsUp', levels: 2 })).toEqual(['unitMissing present']);
    expect(who({ kind: 'headOfUnit', unit: vx.unit })).toEqual([]);
    expect(who({ kind: 'headOfUnit' }, 'forward')).toEqual([]);
  });
});

describe('Q-1: deadlines', () => {
  const bad: readonly DueRule[] = [
    { kind: 'workingDays', days: -1 },
    { kind: 'workingDays', days: 1.5 },
    { kind: 'workingDays', days: 1000 },
    { kind: 'workingMinutes', minutes: 0 },
    { kind: 'realMinutes', minutes: Number.NaN },
    { kind: 'days', days: 0 },
    { kind: 'months', months: 13 },
  ];

  test.each(bad)('Q-1: absurd %o', (due) => {
    expect(faults(but(incoming, 'settle', { due }))).toEqual(['dueAmount settle']);
    expect(faults({ ...incoming, settlement: [{ when: [], due }] })).toEqual(['dueAmount']);
  });

  test('Q-1: a fixed date is not for a chain; "trong ngày" is', () => {
    expect(faults(but(incoming, 'settle', { due: { kind: 'byEndOf', date: '2026-03-20' } }))).toEqual([
      'dueFixed settle',
    ]);
    expect(faults(but(incoming, 'settle', { due: { kind: 'workingDays', days: 0 } }))).toEqual([]);
  });
});

describe('Q-1: ladders', () => {
  const [r1, l1, l2, l3] = defaultLadder as unknown as readonly [Level, Level, Level, Level];
  const ladder = (...levels: Level[]) => faults(but(incoming, 'settle', { ladder: levels }));

  test('Q-1: all off is allowed, with a warning', () => {
    expect(ladder()).toEqual(['ladderSilent settle ?']);
    expect(ladder(...defaultLadder.map((level) => ({ ...level, on: false })))).toEqual([
      'ladderSilent settle ?',
    ]);
    expect(ladder(l1)).toEqual([]);
  });

  test('Q-1: work is taken from somebody only where a person settles it', () => {
    const takes: Level = { ...l2, action: 'reassignToHead' };
    expect(ladder(r1, l1, takes)).toEqual([]);
    expect(faults(but(incoming, 'forward', { ladder: [r1, l1, takes] }))).toEqual(['levelAction forward']);
    expect(faults(but(outgoing, 'sign', { ladder: [r1, l1, takes] }))).toEqual(['levelAction sign']);
  });

  test('Q-1: no level twice, unknown, or to nobody', () => {
    expect(ladder(r1, l1, l1)).toEqual(['levelTwice settle']);
    expect(ladder(l1, { ...l2, id: 'L9' as never })).toEqual(['levelUnknown settle']);
    expect(ladder(l1, { ...l2, to: [] })).toEqual(['levelToNobody settle']);
    expect(ladder(l1, { ...l2, to: [], on: false })).toEqual([]);
  });

  test('Q-1: levels rise, by name and in time', () => {
    expect(ladder(l1, r1)).toEqual(['levelNotRising settle']);
    expect(ladder(l1, { ...l2, byDay: { kind: 'opening', workingDays: 0 } })).toEqual([
      'levelNotRising settle',
    ]);
    expect(ladder(l1, { ...l2, on: false, byDay: { kind: 'opening', workingDays: 0 } }, l3)).toEqual([]);
    expect(ladder(l1, l2, { ...l3, byMinute: { kind: 'minutesAfter', minutes: 30 } })).toEqual([
      'levelNotRising settle',
    ]);
  });

  test('Q-1: offsets make sense', () => {
    expect(ladder({ ...r1, byMinute: { kind: 'shareUsed', share: 1.5 } }, { ...l1, on: false })).toEqual([
      'levelOffset settle',
    ]);
    expect(ladder(l1, { ...l2, byMinute: { kind: 'minutesAfter', minutes: -5 } })).toContain(
      'levelOffset settle',
    );
    expect(ladder({ ...r1, byDay: { kind: 'opening', workingDays: -0.5 } })).toEqual(['levelOffset settle']);
  });
});

describe('Q-1: conditions cover all cases', () => {
  const urgent: readonly Condition[] = [{ fact: 'priority', in: ['1', '2', '3', '4'] }];
  const invitations: readonly Condition[] = [{ fact: 'type', in: ['Giấy mời'] }];

  test('Q-1: a conditional step alone leaves cases without anybody', () => {
    const chain = but(incoming, 'direct', { when: [...urgent, ...invitations] });
    expect(chainFaults(chain)).toEqual([
      { rule: 'Q-1', key: 'caseOpen', data: { act: 'direct', case: 'Giấy mời, 0' } },
    ]);
  });

  test('Q-1: two steps that share all cases between them are no fault', () => {
    const chain = also(incoming, 'direct', { key: 'directUrgent', when: urgent });
    expect(faults(chain)).toEqual([]);
    expect(faults(but(chain, 'direct', { when: [{ fact: 'priority', in: ['0'] }] }))).toEqual([]);
    expect(faults(but(chain, 'direct', { when: invitations }))).toEqual(['caseOpen']);
  });

  test('Q-1: a step behind one that takes everything is never reached', () => {
    const chain = also(incoming, 'direct', { key: 'first' });
    expect(faults(chain)).toEqual(['stepNeverReached direct']);
  });

  test('Q-1: a condition without values never holds', () => {
    const chain = also(incoming, 'direct', { key: 'first', when: [{ fact: 'field', in: [] }] });
    expect(faults(chain)).toEqual(['conditionEmpty first', 'stepNeverReached first']);
  });

  test('Q-1: further approvals may be conditional, the head’s may not', () => {
    expect(faults(but(outgoing, 'countersign', { when: invitations }))).toEqual([]);
    expect(faults(but(outgoing, 'countersign', { when: invitations, optional: false }))).toEqual([]);
    expect(faults(but(outgoing, 'approve', { when: invitations }))).toEqual(['caseOpen']);
  });
});

describe('Q-1: nobody would be found', () => {
  const staffing: Staffing = {
    roles: { clerk: 2, chiefOfOffice: 1, leader: 2, officer: 3, headOfUnit: 2 },
    posts: [toan.post],
    people: [mai.person],
    units: [
      { unit: vx.unit, name: vx.name, hasHead: true },
      { unit: th.unit, name: th.name, hasHead: true },
    ],
  };
  const who = (of: Step['who']) => faults(but(incoming, 'forward', { who: of }), staffing);

  test('Q-1: with people for every step there is no fault', () => {
    expect(faults(incoming, staffing)).toEqual([]);
    expect(faults(outgoing, staffing)).toEqual([]);
  });

  test('Q-1: roles, posts and people that are not there', () => {
    expect(faults(incoming, { ...staffing, roles: { clerk: 1, leader: 0, officer: 1 } })).toEqual([
      'nobodyFound present',
      'nobodyFound direct',
    ]);
    expect(who({ kind: 'post', post: trang.post })).toEqual(['nobodyFound forward']);
    expect(who({ kind: 'people', people: [trang.person] })).toEqual(['nobodyFound forward']);
    expect(who({ kind: 'people', people: [trang.person, mai.person] })).toEqual(['personGone forward ?']);
  });

  test('Q-1: units without a head are listed; a named one is a fault', () => {
    const headless = {
      ...staffing,
      units: staffing.units.map((one) => ({ ...one, hasHead: one.unit === th.unit })),
    };
    expect(chainFaults(incoming, headless)).toEqual([
      {
        rule: 'Q-1',
        key: 'unitWithoutHead',
        data: { title: 'Lãnh đạo đơn vị phân công', unit: 'Phòng Văn xã' },
        step: 'forward',
        warning: true,
      },
    ]);
    const named = but(incoming, 'forward', { who: { kind: 'headOfUnit', unit: vx.unit } });
    expect(faults(named, headless)).toEqual(['unitWithoutHead forward']);
    expect(who({ kind: 'headOfUnit', unit: 'x' as never })).toEqual(['nobodyFound forward']);
    expect(faults(incoming, { ...staffing, units: [] })).toEqual(['nobodyFound forward']);
  });
});
