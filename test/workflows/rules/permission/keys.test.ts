import { describe, expect, test } from 'vitest';
import type { RowState } from '../../../../workflows/rules/dispatch/row.ts';
import type { Actor } from '../../../../workflows/rules/people.ts';
import {
  concernsOf,
  holdersOf,
  type InboxRow,
  keysOf,
  readersOf,
  tabOf,
} from '../../../../workflows/rules/permission/keys.ts';
import {
  arrives,
  claims,
  completes,
  directs,
  forwards,
  lead,
  presents,
  registers,
  releases,
} from '../../../builders/deeds.ts';
import { envelope, incomingChain } from '../../../builders/incoming.ts';
import {
  agencies,
  dho,
  everybody,
  hai,
  leaders,
  mai,
  minh,
  pao,
  someone,
  toan,
  trang,
  u,
  vx,
} from '../../../builders/people.ts';
import { nothing, play, rowOf, type Story, type Whose } from '../../../builders/story.ts';

function share(actor: Actor, keys: readonly string[]): boolean {
  return keysOf(actor).some((key) => keys.includes(key));
}

function readers({ state }: Story): readonly string[] {
  return everybody.filter((actor) => share(actor, readersOf(state))).map(({ name }) => name);
}

function holders({ state }: Story, whose: Whose): readonly string[] {
  return everybody
    .filter((actor) => share(actor, holdersOf(state.agency, rowOf(state, whose))))
    .map(({ name }) => name);
}

const desk = ['Lò Thị Mai', 'Vàng A Sình', 'Nguyễn Đức Toàn', 'Trần Văn Hải', 'Lê Thị Hoa', 'Hà Thị Lan'];
const arrived = play(nothing, arrives());
const assigned = play(arrived, registers(mai), presents(toan, hai), directs(hai, [lead(vx)]));

describe('P-4: who sees a dispatch', () => {
  test('P-4: the desk, the leaders and those who supervise, from the start', () => {
    expect(readers(arrived)).toEqual(desk);
    expect(share(dho, readersOf(arrived.state))).toBe(false);
  });

  test('P-4: then everyone along its rows, and their heads', () => {
    expect(readers(assigned)).toEqual([
      ...desk.slice(0, 5),
      'Đỗ Quang Minh',
      'Phạm Thu Trang',
      'Giàng A Páo',
      'Hà Thị Lan',
    ]);
    const toOfficer = play(arrived, registers(mai), presents(toan, hai), directs(hai, [lead(trang)]));
    expect(readers(toOfficer)).toEqual([
      ...desk.slice(0, 5),
      'Đỗ Quang Minh',
      'Phạm Thu Trang',
      'Hà Thị Lan',
    ]);
  });

  test('P-4: who had a row or gave it out still sees it when it is finished', () => {
    const done = play(assigned, forwards(minh, [lead(u)]), completes(u));
    expect(readers(done)).toContain('Tẩn Lao U');
    expect(readers(done)).toContain('Đỗ Quang Minh');
  });

  test('P-4: whom the chain lets act on the desk, and the assistants of the leaders', () => {
    const rules = [
      { kind: 'post', post: trang.post },
      { kind: 'people', people: [pao.person] },
      { kind: 'headOfUnit', unit: vx.unit },
    ] as const;
    const steps = incomingChain.steps.map((step, index) => ({ ...step, who: rules[index] ?? step.who }));
    const story = play(nothing, arrives(envelope(), { ...incomingChain, steps }));
    expect(readers(story)).toEqual([
      ...desk.slice(0, 5),
      'Đỗ Quang Minh',
      'Phạm Thu Trang',
      'Giàng A Páo',
      'Hà Thị Lan',
    ]);
    expect(share(someone('thuky', '', '', leaders, 'assistant'), readersOf(story.state))).toBe(true);
  });

  test('U-1: somebody named in a chain is meant as of that agency, not with a post elsewhere', () => {
    const steps = incomingChain.steps.map((step) => ({
      ...step,
      who: { kind: 'people', people: [trang.person] } as const,
    }));
    const story = play(nothing, arrives(envelope(), { ...incomingChain, steps }));
    expect(share(trang, readersOf(story.state))).toBe(true);
    expect(share({ ...dho, person: trang.person }, readersOf(story.state))).toBe(false);
  });
});

describe('whose inbox a row lies in', () => {
  test('a step: whoever its rule names; a post: its holder', () => {
    expect(holders(arrived, 'desk')).toEqual(['Lò Thị Mai', 'Vàng A Sình']);
    expect(holders(play(arrived, registers(mai), presents(toan, hai)), 'desk')).toEqual(['Trần Văn Hải']);
  });

  test('R10: a unit: its head, and its members until one has claimed it', () => {
    const unit = ['Đỗ Quang Minh', 'Phạm Thu Trang', 'Giàng A Páo'];
    expect(holders(assigned, vx)).toEqual(unit);
    const claimed = play(assigned, claims(trang, vx));
    expect(holders(claimed, vx)).toEqual(['Đỗ Quang Minh', 'Phạm Thu Trang']);
    expect(holders(play(claimed, releases(trang, vx)), vx)).toEqual(unit);
  });

  test('a change concerns those in whose inbox it lay before, too', () => {
    const claimed = play(assigned, claims(trang, vx)).state;
    expect(share(pao, concernsOf(claimed, rowOf(claimed, vx)))).toBe(true);
    expect(share(mai, concernsOf(assigned.state, rowOf(assigned.state, 'desk')))).toBe(true);
    expect(share(hai, concernsOf(assigned.state, rowOf(assigned.state, 'desk')))).toBe(true);
  });
});

describe('P-7: a row stands in one tab', () => {
  const row: InboxRow = {
    state: 'pending',
    role: 'lead',
    dueAt: 100,
    nearAt: 50,
    unit: undefined,
    claimed: false,
  };

  test.each<[string, Partial<InboxRow>, Actor, number]>([
    ['pending', {}, trang, 10],
    ['pending', { dueAt: undefined, nearAt: undefined }, trang, 1000],
    ['dueSoon', {}, trang, 50],
    ['dueSoon', {}, trang, 100],
    ['late', {}, trang, 101],
    ['late', { state: 'forwarded' }, trang, 101],
    ['late', { state: 'cameBack' }, trang, 101],
    ['cameBack', { state: 'cameBack' }, trang, 60],
    ['forwarded', { state: 'forwarded' }, trang, 60],
    ['cooperate', { role: 'cooperate' }, trang, 10],
    ['dueSoon', { role: 'cooperate' }, trang, 60],
    ['inform', { role: 'inform', dueAt: undefined, nearAt: undefined }, trang, 1000],
    ['suspended', { state: 'suspended' }, trang, 1000],
    ['unit', { unit: vx.unit }, trang, 1000],
    ['pending', { unit: vx.unit, claimed: true }, trang, 10],
    ['late', { unit: vx.unit }, minh, 1000],
    ['pending', { unit: vx.unit }, someone('dua', '', '', vx, 'clerk'), 10],
  ])('P-7: %s of %o', (tab, but, actor, now) => {
    expect(tabOf({ ...row, ...but }, actor, now)).toBe(tab);
  });

  test('P-7: and every state has one', () => {
    const states: readonly RowState[] = ['pending', 'forwarded', 'cameBack', 'suspended'];
    expect(states.map((state) => tabOf({ ...row, state }, trang, 0))).toEqual([
      'pending',
      'forwarded',
      'cameBack',
      'suspended',
    ]);
  });
});

test('P-4: a role in one agency is no role in another', () => {
  expect(keysOf(dho)).toContain(`role:${agencies.informationDepartment}:clerk`);
  expect(keysOf(dho)).not.toContain(`role:${agencies.province}:clerk`);
});
