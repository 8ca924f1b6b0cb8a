import { describe, expect, test } from 'vitest';
import { defaultLadder } from '../../../../workflows/rules/escalation/default-ladder.ts';
import { type Facts, holds, satisfies, stepFor } from '../../../../workflows/rules/chain/steps.ts';
import { defaultChain } from '../../../builders/incoming.ts';
import { mai, minh, office, toan, trang, vx } from '../../../builders/people.ts';

const facts: Facts = { type: 'Công văn', priority: '0', sender: '', field: 'VX' };

test('a step is taken when all its conditions hold, the first of several', () => {
  expect(holds([], facts)).toBe(true);
  expect(holds([{ fact: 'type', in: ['Giấy mời', 'Công văn'] }], facts)).toBe(true);
  expect(
    holds(
      [
        { fact: 'type', in: ['Công văn'] },
        { fact: 'field', in: ['NC'] },
      ],
      facts,
    ),
  ).toBe(false);
  const chain = defaultChain('incoming');
  const [first] = chain.steps;
  const steps = first
    ? [{ ...first, key: 'urgent', when: [{ fact: 'priority', in: ['1'] } as const] }, first]
    : [];
  expect(stepFor({ ...chain, steps }, 'register', facts)?.key).toBe('register');
  expect(stepFor({ ...chain, steps }, 'register', { ...facts, priority: '1' })?.key).toBe('urgent');
  expect(stepFor({ ...chain, steps }, 'direct', facts)).toBeUndefined();
});

describe('whom a rule names', () => {
  test('by role, post and name', () => {
    expect(satisfies(mai, { kind: 'role', role: 'clerk' }, [])).toBe(true);
    expect(satisfies(trang, { kind: 'role', role: 'clerk' }, [])).toBe(false);
    expect(satisfies(trang, { kind: 'post', post: trang.post }, [])).toBe(true);
    expect(satisfies(trang, { kind: 'people', people: [mai.person] }, [])).toBe(false);
  });

  test('the head of the unit that holds the work, of a named one, or of those above', () => {
    expect(satisfies(minh, { kind: 'headOfUnit' }, [vx.unit, office.unit])).toBe(true);
    expect(satisfies(toan, { kind: 'headOfUnit' }, [vx.unit, office.unit])).toBe(false);
    expect(satisfies(toan, { kind: 'headOfUnit', unit: office.unit }, [vx.unit])).toBe(true);
    expect(satisfies(toan, { kind: 'headsUp', levels: 2 }, [vx.unit, office.unit])).toBe(true);
    expect(satisfies(toan, { kind: 'headsUp', levels: 1 }, [vx.unit, office.unit])).toBe(false);
    expect(satisfies(trang, { kind: 'headsUp', levels: 2 }, [vx.unit, office.unit])).toBe(false);
  });
});

describe('the default chains', () => {
  test('"văn bản đến – thường": VT → Chánh VP → LĐCQ → LĐĐV → CV, five working days', () => {
    const { name, steps } = defaultChain('incoming');
    expect(name).toBe('Văn bản đến – thường');
    expect(steps.map(({ who }) => (who.kind === 'role' ? who.role : who.kind))).toEqual([
      'clerk',
      'chiefOfOffice',
      'leader',
      'headOfUnit',
      'officer',
    ]);
    expect(steps.at(-1)?.due).toEqual({ kind: 'workingDays', days: 5 });
  });

  test('flows 1: rows escalate by the default ladder', () => {
    const ladders = defaultChain('incoming').steps.map(({ ladder }) => ladder);
    expect(ladders.slice(3)).toEqual([defaultLadder, defaultLadder]);
    expect(ladders.slice(0, 2).map((ladder) => ladder[0]?.to)).toEqual(
      Array(2).fill(['clerks', 'chiefOfOffice']),
    );
  });

  test('"văn bản đi – công văn": CV → LĐĐV → (countersign) → thể thức → LĐCQ → VT', () => {
    expect(defaultChain('outgoing').steps.map(({ key }) => key)).toEqual([
      'draft',
      'approve',
      'countersign',
      'checkForm',
      'sign',
      'issue',
    ]);
  });
});
