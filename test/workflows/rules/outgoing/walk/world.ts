import fc from 'fast-check';
import type { Mode } from '../../../../../workflows/rules/approval/mode.ts';
import type { AssigneeRule, Chain, Condition, Step } from '../../../../../workflows/rules/chain/chain.ts';
import { satisfies } from '../../../../../workflows/rules/chain/steps.ts';
import type { UnitReceiver } from '../../../../../workflows/rules/dispatch/row.ts';
import type { UnitId } from '../../../../../workflows/rules/ids.ts';
import type { Found } from '../../../../../workflows/rules/outgoing/command.ts';
import type { Content } from '../../../../../workflows/rules/outgoing/content.ts';
import type { Actor, OfficeRole } from '../../../../../workflows/rules/people.ts';
import type { Calendar, Instant } from '../../../../../workflows/rules/working-time/calendar.ts';
import { fixtureCalendar } from '../../../../builders/calendar.ts';
import { chainOf, content, file, ministry, step } from '../../../../builders/outgoing.ts';
import { agencies, dho, postOf, someone } from '../../../../builders/people.ts';
import { anyCalendar, instant } from '../../working-time/arbitraries.ts';

/** An office, its chains, its calendar and what is drafted in it. */
export interface World {
  /** The first is a clerk, the second an administrator, the third drafts; the last is a stranger. */
  readonly people: readonly Actor[];
  readonly chains: readonly Chain[];
  readonly calendar: Calendar;
  readonly contents: readonly Content[];
  readonly start: Instant;
}

function unit(key: string, ...above: string[]): UnitReceiver {
  const id = (of: string) => `${agencies.province}/${of}` as UnitId;
  return { kind: 'unit', unit: id(key), above: above.map(id), name: key };
}

const units = [unit('a'), unit('b')] as const;
const ROLES: readonly OfficeRole[] = [
  'officer',
  'headOfUnit',
  'leader',
  'chiefOfOffice',
  'clerk',
  'agencyAdministrator',
];
const NEEDED: readonly OfficeRole[] = ['clerk', 'agencyAdministrator', 'officer'];

const people: fc.Arbitrary<readonly Actor[]> = fc
  .array(fc.tuple(fc.constantFrom(...units), fc.subarray([...ROLES], { minLength: 1, maxLength: 2 })), {
    minLength: 4,
    maxLength: 9,
  })
  .map((posts) => [
    ...posts.map(([of, roles], index) => {
      const needed = NEEDED.slice(index, index + 1);
      return someone(`p${index}`, `p${index}`, '', of, ...new Set([...needed, ...roles]));
    }),
    dho,
  ]);

const mode = fc.oneof(
  fc.constantFrom<Mode>({ kind: 'any' }, { kind: 'all' }, { kind: 'sequential' }),
  fc
    .record({ kind: fc.constantFrom('ratio', 'vote'), percent: fc.constantFrom(1, 34, 50, 60, 67, 100) })
    .map((made): Mode => made),
);

function ruleFor(actors: readonly Actor[]): fc.Arbitrary<AssigneeRule> {
  return fc.oneof(
    fc
      .constantFrom<OfficeRole>('headOfUnit', 'leader', 'officer')
      .map((role): AssigneeRule => ({ kind: 'role', role })),
    fc
      .subarray([...actors], { minLength: 1, maxLength: 4 })
      .map((some): AssigneeRule => ({ kind: 'people', people: some.map(({ person }) => person) })),
    fc.constant<AssigneeRule>({ kind: 'headOfUnit' }),
    fc.constant<AssigneeRule>({ kind: 'headsUp', levels: 2 }),
  );
}

const when: fc.Arbitrary<readonly Condition[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  fc.constantFrom<Condition[]>([{ fact: 'field', in: ['VX'] }], [{ fact: 'priority', in: ['0', '1'] }]),
);

function stepsFor(actors: readonly Actor[]): fc.Arbitrary<readonly Step[]> {
  const keys = ['s0', 's1', 's2', 's3'];
  const one = fc.record(
    {
      who: ruleFor(actors),
      when,
      optional: fc.boolean(),
      mode,
      onRefusal: fc.constantFrom('drafter', 'previous'),
      returnTo: fc.subarray(keys),
      ifDrafter: fc.constantFrom('self', 'skip', 'head'),
      repeat: fc.constantFrom('ask', 'once', 'consecutive'),
      due: fc.integer({ min: 0, max: 3 }).map((days) => ({ kind: 'workingDays', days }) as const),
    },
    { requiredKeys: ['who', 'when'] },
  );
  return fc.array(one, { minLength: 1, maxLength: 4 }).map((made) =>
    made.map((but, index) => {
      const last = index === made.length - 1;
      const act = last ? 'sign' : index > 0 && index === made.length - 2 ? 'checkForm' : 'approve';
      return step(keys[index] ?? '', { ...but, act, ...(last && { when: [], optional: false }) });
    }),
  );
}

const drafted: fc.Arbitrary<Content> = fc
  .record({
    field: fc.constantFrom('VX', 'TC'),
    priority: fc.constantFrom(0, 0, 1, 3),
    main: fc.constantFrom('v1', 'v2', 'v3').map(file),
  })
  .map((but) => content({ ...but, recipients: [ministry] }));

/** The world's own answer: whoever the rule names, each with a head of their unit above them. */
export function foundFor(
  { people: all }: World,
  rule: AssigneeRule,
  near: readonly UnitId[],
): readonly Found[] {
  const ours = all.slice(0, -1);
  return ours
    .filter((actor) => satisfies(actor, rule, near))
    .map((actor) => {
      const head = ours.find(
        (one) => one.unit === actor.unit && one !== actor && one.roles.includes('headOfUnit'),
      );
      return { approver: postOf(actor), head: head && postOf(head) };
    });
}

export const world: fc.Arbitrary<World> = people.chain((actors) =>
  fc.record({
    people: fc.constant(actors),
    chains: fc
      .array(stepsFor(actors.slice(0, -1)), { minLength: 1, maxLength: 2 })
      .map((made) => made.map((steps) => chainOf(...steps))),
    calendar: fc.oneof(fc.constant(fixtureCalendar), anyCalendar),
    contents: fc.array(drafted, { minLength: 1, maxLength: 3 }),
    start: instant,
  }),
);
