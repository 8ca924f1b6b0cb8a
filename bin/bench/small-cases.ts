import type { Command } from '../../workflows/rules/dispatch/command.ts';
import { decide } from '../../workflows/rules/dispatch/decide.ts';
import type { Envelope } from '../../workflows/rules/dispatch/envelope.ts';
import { evolve } from '../../workflows/rules/dispatch/evolve.ts';
import { isRefusal } from '../../workflows/rules/dispatch/refusal.ts';
import { type DispatchState, emptyState, isFinal } from '../../workflows/rules/dispatch/state.ts';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import { SYSTEM } from '../../workflows/rules/people.ts';
import { canonical } from './canonical.ts';
import type { SmallCase } from './explorer.ts';
import { at, menuOf, type Office, to } from './small-menu.ts';
import { AGENCY, calendar, chain, colleague, envelope, postOf, unitOf } from './small-office.ts';

type IncomingCase = SmallCase<DispatchState, Command>;

function caseOf(name: string, office: Office, but: Partial<Envelope> = {}): IncomingCase {
  const empty = emptyState(AGENCY, 'd1' as DispatchId);
  const start = after(empty, { kind: 'arrive', envelope: envelope(but), calendar, chain, by: SYSTEM });
  if (!start) throw new Error('it does not arrive');
  return { name, start, menu: menuOf(office), after, isEnd: isFinal, canonical };
}

function after(state: DispatchState, command: Command): DispatchState | undefined {
  const answer = decide(state, command, at);
  return isRefusal(answer) || answer.length === 0 ? undefined : answer.reduce(evolve, state);
}

const clerk = colleague('clerk', 'office', 'clerk');
const chief = colleague('chief', 'office', 'chiefOfOffice', 'headOfUnit');
const boss = colleague('boss', 'leaders', 'leader', 'agencyHead');
const [a, b] = [unitOf('a'), unitOf('b')];
const headA = colleague('headA', 'a', 'headOfUnit');
const headB = colleague('headB', 'b', 'headOfUnit', 'monitor');
const a1 = colleague('a1', 'a', 'officer');
const a2 = colleague('a2', 'a', 'officer');
const b1 = colleague('b1', 'b', 'officer');

/** Two units with officers: the desk, the units, the officers, one more below. */
const province: Office = {
  people: [clerk, boss, headA, headB, a1, a2, b1],
  leader: boss,
  most: 4,
  ways: (holder) => {
    if (holder.kind === 'unit') {
      if (holder.unit === b.unit) return [[to('lead', postOf(b1))], [to('cooperate', postOf(b1))]];
      return [
        [to('lead', postOf(a1))],
        [to('lead', postOf(a1)), to('lead', postOf(a2))],
        [to('lead', postOf(a1)), to('cooperate', postOf(a2))],
        [to('cooperate', postOf(a1))],
        [to('inform', postOf(a1)), to('inform', postOf(a2))],
      ];
    }
    if (holder.kind === 'post' && holder.post !== boss.post) {
      return holder.post === a1.post ? [[to('lead', postOf(b1))], [to('inform', postOf(b1))]] : [];
    }
    return [
      [to('lead', a)],
      [to('lead', a), to('lead', b)],
      [to('lead', a), to('cooperate', b)],
      [to('lead', a), to('inform', b)],
      [to('inform', a)],
    ];
  },
};

/** A commune: two people are everything at once, and the rest are theirs to direct. */
const everything = colleague('everything', 'a', 'clerk', 'chiefOfOffice', 'leader', 'headOfUnit');
const commune: Office = {
  people: [everything, a1, a2],
  leader: everything,
  most: 4,
  ways: (holder) =>
    holder.kind === 'post' && holder.post !== everything.post
      ? [[to('lead', postOf(a2))], [to('inform', postOf(a2))]]
      : [
          [to('lead', postOf(a1)), to('lead', postOf(a2))],
          [to('lead', postOf(a1)), to('cooperate', postOf(a2))],
          [to('lead', a), to('inform', postOf(a2))],
          [to('inform', postOf(a1)), to('inform', postOf(a2))],
        ],
};

/** A leader gives it to single people, with an assistant and a second leader beside. */
const persons: Office = {
  people: [clerk, chief, boss, a1, a2, b1],
  leader: boss,
  most: 5,
  ways: (holder) => {
    if (holder.kind === 'post' && holder.post === a1.post) {
      return [[to('lead', postOf(a2))], [to('lead', postOf(a2)), to('cooperate', postOf(b1))]];
    }
    if (holder.kind === 'post' && holder.post !== boss.post) return [];
    return [
      [to('lead', postOf(a1)), to('lead', postOf(a2)), to('lead', postOf(b1))],
      [to('lead', postOf(a1)), to('cooperate', postOf(a2)), to('inform', postOf(b1))],
    ];
  },
};

/** Small enough to be tried out whole. */
export const smallestCase = caseOf('units, one open row', { ...province, most: 1 });

export const smallCases: readonly IncomingCase[] = [
  smallestCase,
  caseOf('commune', commune),
  caseOf('commune, answer asked for', commune, { replyRequired: true, dueOn: '2026-03-20' }),
  caseOf('persons, directive', persons, { steering: 1 }),
  caseOf('persons, answer asked for', persons, { replyRequired: true }),
  caseOf('units', province),
  caseOf('units, with a date', province, { dueOn: '2026-03-20' }),
];
