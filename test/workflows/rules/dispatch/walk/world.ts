import fc from 'fast-check';
import type { AssigneeRule, Chain, Step } from '../../../../../workflows/rules/chain/chain.ts';
import type { Envelope, Priority } from '../../../../../workflows/rules/dispatch/envelope.ts';
import type { UnitReceiver } from '../../../../../workflows/rules/dispatch/row.ts';
import type { UnitId } from '../../../../../workflows/rules/ids.ts';
import type { Ladder } from '../../../../../workflows/rules/escalation/ladder.ts';
import type { Actor, OfficeRole } from '../../../../../workflows/rules/people.ts';
import type { Calendar, Instant } from '../../../../../workflows/rules/working-time/calendar.ts';
import { fixtureCalendar } from '../../../../builders/calendar.ts';
import { envelope, incomingChain } from '../../../../builders/incoming.ts';
import { agencies, dho, someone } from '../../../../builders/people.ts';
import { anyCalendar, instant } from '../../working-time/arbitraries.ts';

/** An office, its chain, its calendar and the document that comes to it. */
export interface World {
  readonly people: readonly Actor[];
  readonly units: readonly UnitReceiver[];
  readonly chain: Chain;
  readonly calendar: Calendar;
  readonly envelope: Envelope;
  readonly start: Instant;
}

function unit(key: string, ...above: string[]): UnitReceiver {
  const id = (of: string) => `${agencies.province}/${of}` as UnitId;
  return { kind: 'unit', unit: id(key), above: above.map(id), name: key };
}

const units = [unit('a'), unit('b'), unit('c', 'a')] as const;

const ROLES: readonly OfficeRole[] = [
  'officer',
  'headOfUnit',
  'clerk',
  'leader',
  'chiefOfOffice',
  'assistant',
  'monitor',
];

/** Somebody can register and somebody can direct; whoever else there is, in whichever roles. */
const people: fc.Arbitrary<readonly Actor[]> = fc
  .array(fc.tuple(fc.constantFrom(...units), fc.subarray([...ROLES], { minLength: 1, maxLength: 3 })), {
    minLength: 2,
    maxLength: 7,
  })
  .map((posts) => [
    ...posts.map(([of, roles], index) => {
      const needed: OfficeRole[] = index === 0 ? ['clerk'] : index === 1 ? ['leader'] : [];
      return someone(`p${index}`, `p${index}`, '', of, ...new Set([...needed, ...roles]));
    }),
    dho,
  ]);

function ruleFor(actors: readonly Actor[], role: OfficeRole): fc.Arbitrary<AssigneeRule> {
  return fc.oneof(
    fc.constant<AssigneeRule>({ kind: 'role', role }),
    fc.constantFrom(...actors).map(({ post }): AssigneeRule => ({ kind: 'post', post })),
    fc.constantFrom(...actors).map(({ person }): AssigneeRule => ({ kind: 'people', people: [person] })),
    fc.constantFrom(...units).map((of): AssigneeRule => ({ kind: 'headOfUnit', unit: of.unit })),
  );
}

function chainFor(actors: readonly Actor[]): fc.Arbitrary<Chain> {
  return fc
    .record({
      register: ruleFor(actors, 'clerk'),
      present: ruleFor(actors, 'chiefOfOffice'),
      direct: ruleFor(actors, 'leader'),
      passOn: fc.boolean(),
      off: fc.subarray(['R1', 'L1', 'L2', 'L3']),
      taking: fc.subarray(['R1', 'L1', 'L2', 'L3']),
    })
    .map(({ register, present, direct, passOn, off, taking }) => {
      const who: Partial<Record<string, AssigneeRule>> = { register, present, direct };
      const ladder = ({ act, ladder: levels }: Step): Ladder =>
        levels.map((level) => ({
          ...level,
          on: !off.includes(level.id),
          ...(act === 'settle' && taking.includes(level.id) && { action: 'reassignToHead' }),
        }));
      const steps = incomingChain.steps.map((step) => ({
        ...step,
        who: who[step.act] ?? step.who,
        ladder: ladder(step),
      }));
      return { ...incomingChain, steps, passOnTypes: passOn ? ['Công văn'] : [] };
    });
}

const document: fc.Arbitrary<Envelope> = fc
  .record({
    priority: fc.constantFrom<Priority>(0, 0, 0, 1, 2, 3, 4),
    steering: fc.constantFrom<0 | 1>(0, 0, 1),
    replyRequired: fc.boolean(),
    dueOn: fc.option(fc.constantFrom('2026-01-15', '2026-06-30', '2027-01-31'), { nil: undefined }),
  })
  .map(({ dueOn, ...rest }) => envelope({ ...rest, ...(dueOn && { dueOn }) }));

export const world: fc.Arbitrary<World> = people.chain((actors) =>
  fc.record({
    people: fc.constant(actors),
    units: fc.constant(units),
    chain: chainFor(actors.slice(0, -1)),
    calendar: fc.oneof(fc.constant(fixtureCalendar), anyCalendar),
    envelope: document,
    start: instant,
  }),
);
