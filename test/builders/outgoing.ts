import type { Mode } from '../../workflows/rules/approval/mode.ts';
import { phaseOf, type Task } from '../../workflows/rules/approval/task.ts';
import type { Chain, Step } from '../../workflows/rules/chain/chain.ts';
import { defaultLadder } from '../../workflows/rules/escalation/default-ladder.ts';
import type { DispatchId, FileHash } from '../../workflows/rules/ids.ts';
import { dueCommand, wakeUps } from '../../workflows/rules/outgoing/clocks.ts';
import type { OutgoingCommand } from '../../workflows/rules/outgoing/command.ts';
import type { Content, Recipient } from '../../workflows/rules/outgoing/content.ts';
import { decide } from '../../workflows/rules/outgoing/decide.ts';
import { effects, type OutgoingEffect } from '../../workflows/rules/outgoing/effects.ts';
import type { OutgoingEvent } from '../../workflows/rules/outgoing/event.ts';
import { evolve } from '../../workflows/rules/outgoing/evolve.ts';
import { currentVisit, nothingDrafted, type OutgoingState } from '../../workflows/rules/outgoing/state.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import { formatInstant } from '../../workflows/rules/working-time/date-text.ts';
import { at, fixtureCalendar } from './calendar.ts';
import { agencies, office, someone, th } from './people.ts';
import { type Move, type Tale, teller } from './telling.ts';

/** One dispatch on its way out. */
export type Draft = Tale<OutgoingState, OutgoingEvent, OutgoingEffect>;
export type DraftDeed = (state: OutgoingState) => OutgoingCommand;
export type DraftMove = Move<OutgoingState, OutgoingCommand>;

export const { play, wait, refusal, refused } = teller({ decide, evolve, effects, wakeUps, due: dueCommand });

/** The colleagues of S16, each a head of something, and who keeps the agency's house in order. */
export const bach = someone('bach', 'Lý Văn Bách', 'Trưởng phòng', th, 'headOfUnit');
export const son = someone('son', 'Trần Hữu Sơn', 'Trưởng phòng', th, 'headOfUnit');
export const lu = someone('lu', 'Tẩn Thị Lử', 'Trưởng phòng', th, 'headOfUnit');
export const nga = someone('nga', 'Ngô Thúy Nga', 'Chuyên viên', th, 'officer');
export const hau = someone('hau', 'Phạm Thị Hậu', 'Quản trị', office, 'agencyAdministrator');

export function step(key: string, but: Partial<Step> = {}): Step {
  const who = { kind: 'headOfUnit' } as const;
  return { key, title: key, act: 'approve', who, ladder: defaultLadder, when: [], ...but };
}

export const checking = step('check', { act: 'checkForm', who: { kind: 'role', role: 'chiefOfOffice' } });
export const signing = step('sign', { act: 'sign', who: { kind: 'role', role: 'leader' } });

/** An outgoing chain of these steps, which ends with the signer and the clerk. */
export function chainOf(...steps: readonly Step[]): Chain {
  return {
    id: 'out',
    agency: agencies.province,
    name: 'Văn bản đi',
    direction: 'outgoing',
    version: 1,
    steps: [
      step('draft', { act: 'draft' }),
      ...steps,
      ...(steps.some(({ act }) => act === 'sign') ? [] : [signing]),
      step('issue', { act: 'issue', who: { kind: 'role', role: 'clerk' }, ladder: clerksLadder }),
    ],
    settlement: [],
    passOnTypes: [],
  };
}

/** L1 to the clerks and the Chánh VP, and nothing else. */
const clerksLadder = defaultLadder
  .filter(({ id }) => id === 'L1')
  .map((level) => ({ ...level, to: ['clerks', 'chiefOfOffice'] as const }));

/** A chain with one step before the signer. */
export function deciding(mode: Mode): Chain {
  return chainOf(step('decide', { mode }));
}

export const ministry: Recipient = { kind: 'agency', code: agencies.government, name: 'Bộ Y tế' };
export const department: Recipient = {
  ...{ kind: 'agency', code: agencies.informationDepartment, name: 'Sở Thông tin và Truyền thông' },
};

export function file(hash: string) {
  return { hash: hash as FileHash, name: 'du-thao.docx', type: 'application/pdf', size: 1000 };
}

/** The answer of S15 to 640/BYT-KHTC. */
export function content(but: Partial<Content> = {}): Content {
  return {
    type: 'Công văn',
    field: 'VX',
    priority: 0,
    subject: 'V/v báo cáo tình hình thực hiện kế hoạch',
    recipients: [ministry, department],
    links: [{ kind: 'answers', dispatch: 'd1' as DispatchId, code: '640/BYT-KHTC' }],
    main: file('v1'),
    attachments: [],
    ...but,
  };
}

/** A dispatch that nobody has begun. */
export const blank: Draft = {
  state: nothingDrafted(agencies.province, 'o1' as DispatchId),
  now: at('2026-08-24 08:00'),
  events: [],
  effects: [],
};

/** The last task of somebody. */
export function taskOf({ visits }: OutgoingState, { post }: Pick<Actor, 'post'>): Task {
  const task = visits.flatMap(({ tasks }) => tasks).findLast(({ approver }) => approver.post === post);
  if (!task) throw new Error(`${post} has no task`);
  return task;
}

/** How the approvers of the present step, or of the last one, stand: `{ 'Hà Thị Lan': 'open', … }`. */
export function phases({ state }: Draft): Record<string, string> {
  const visit = currentVisit(state) ?? state.visits.at(-1);
  if (!visit) return {};
  const { mode, tasks } = visit;
  return Object.fromEntries(tasks.map((task) => [task.approver.name, phaseOf(mode, tasks, task)]));
}

/** Where the draft is: the step and, if several, which time it is open; else its status. */
export function place({ state }: Draft): string {
  return currentVisit(state)?.step ?? state.status;
}

/** The steps that were opened, in order, with how each ended. */
export function way({ state }: Draft): readonly string[] {
  return state.visits.map(({ step: key, ended }) => `${key} ${ended ?? 'open'}`);
}

/** The notices by their keys, with whom they go to. */
export function notices({ effects: all }: Pick<Draft, 'effects'>): readonly string[] {
  return all.flatMap((effect) => {
    if (effect.kind !== 'notify') return [];
    return [
      `${effect.key} → ${effect.to.map((one) => (typeof one === 'string' ? one : one.name)).join(', ')}`,
    ];
  });
}

/** What happened from some point of a tale on. */
export function since(before: Draft, after: Draft): Draft {
  return {
    ...after,
    events: after.events.slice(before.events.length),
    effects: after.effects.slice(before.effects.length),
  };
}

export function kinds({ events }: Pick<Draft, 'events'>): readonly string[] {
  return events.map(({ kind }) => kind);
}

export function clockText(instant: number): string {
  return formatInstant(fixtureCalendar, instant);
}

/** The timers that wait: `L1 17:00 20/03/2026`. */
export function waiting({ state }: Draft): readonly string[] {
  return wakeUps(state).map(({ at: instant, timer }) => {
    const name = timer.kind === 'levelDue' ? timer.level : timer.kind;
    return `${name} ${clockText(instant)}`;
  });
}
