import type { Place } from '../../workflows/rules/approval/task.ts';
import type { Authority } from '../../workflows/rules/authority/authority.ts';
import type { Chain } from '../../workflows/rules/chain/chain.ts';
import type { AgencyCode, FileHash } from '../../workflows/rules/ids.ts';
import type { OutgoingCommandOf, ReturnTarget } from '../../workflows/rules/outgoing/command.ts';
import type { Content } from '../../workflows/rules/outgoing/content.ts';
import { currentVisit } from '../../workflows/rules/outgoing/state.ts';
import { type Actor, SYSTEM } from '../../workflows/rules/people.ts';
import type { Calendar } from '../../workflows/rules/working-time/calendar.ts';
import { fixtureCalendar } from './calendar.ts';
import { because } from './deeds.ts';
import { blank, content, type Draft, type DraftDeed, type DraftMove, play, taskOf } from './outgoing.ts';
import { postOf, trang } from './people.ts';

export function drafts(by: Actor, but: Partial<Content> = {}): DraftDeed {
  return () => ({ kind: 'draft', content: content(but), drafter: postOf(by), calendar: fixtureCalendar, by });
}

/** Changes what is said of the draft as it stands now. */
export function saves(by: Actor, but: Partial<Content>): DraftDeed {
  return ({ content: old, versions }) => ({
    ...{ kind: 'save', content: { ...content(), ...old, ...but }, base: versions.length, by },
  });
}

export function submits(by: Actor, chain: Chain, but: Partial<OutgoingCommandOf<'submit'>> = {}): DraftDeed {
  return () => ({ kind: 'submit', chain, steps: [], people: {}, by, ...but });
}

/** Somebody whom the world finds, some with the head above them. */
export type Findable = Actor | readonly [Actor, Actor];

/** The world says who approves the present step. */
export function found(...people: readonly Findable[]): DraftDeed {
  return (state) => ({
    kind: 'approversFound',
    visit: currentVisit(state)?.id ?? -1,
    found: people.map((one) => {
      const [who, head] = 'post' in one ? [one, undefined] : one;
      return { approver: postOf(who), head: head && postOf(head) };
    }),
    by: SYSTEM,
  });
}

export function approves(by: Actor, whose = by): DraftDeed {
  return (state) => ({ kind: 'approve', task: taskOf(state, whose).id, opinion: '', by });
}

export function refuses(by: Actor, reason = because): DraftDeed {
  return (state) => ({ kind: 'refuse', task: taskOf(state, by).id, reason, by });
}

export function sendsBack(
  by: Actor,
  to: ReturnTarget = 'drafter',
  faults: readonly string[] = [],
  reason = because,
): DraftDeed {
  return (state) => ({ kind: 'sendBack', task: taskOf(state, by).id, to, reason, faults, by });
}

export function transfers(by: Actor, to: Actor): DraftDeed {
  return (state) => ({ kind: 'transfer', task: taskOf(state, by).id, to: postOf(to), opinion: '', by });
}

export function adds(by: Actor, where: Place, ...people: readonly Actor[]): DraftDeed {
  return (state) => ({
    ...{
      kind: 'addSigners',
      task: taskOf(state, by).id,
      place: where,
      people: people.map(postOf),
      opinion: '',
      by,
    },
  });
}

export function removes(by: Actor, whose: Actor): DraftDeed {
  return (state) => ({ kind: 'removeSigner', task: taskOf(state, whose).id, reason: because, by });
}

export function takesBack(by: Actor): DraftDeed {
  return (state) => ({ kind: 'withdrawAct', task: taskOf(state, by).id, by });
}

export function reassigns(by: Actor, whose: Actor, to: Actor): DraftDeed {
  return (state) => ({
    ...{ kind: 'reassign', task: taskOf(state, whose).id, to: postOf(to), reason: because, by },
  });
}

export function copies(by: Actor, ...people: readonly Actor[]): DraftDeed {
  return () => ({ kind: 'copyTo', people: people.map(postOf), by });
}

export function appoints(by: Actor, ...people: readonly Actor[]): DraftDeed {
  return () => ({ kind: 'appoint', people: people.map(postOf), by });
}

export function jumps(by: Actor, to: string): DraftDeed {
  return () => ({ kind: 'jump', step: to, reason: because, by });
}

export function pauses(by: Actor): DraftDeed {
  return () => ({ kind: 'pause', reason: because, by });
}

export function resumes(by: Actor): DraftDeed {
  return () => ({ kind: 'resume', by });
}

export function withdrawsSubmission(by: Actor): DraftDeed {
  return () => ({ kind: 'withdrawSubmission', by });
}

export function cancels(by: Actor, reason = because): DraftDeed {
  return () => ({ kind: 'cancel', reason, by });
}

export function letsRevise(by: Actor): DraftDeed {
  return (state) => ({ kind: 'letRevise', task: taskOf(state, by).id, reason: because, by });
}

/** A record that lets somebody sign everything for good, changed as said. */
export function authority(of: Actor, but: Partial<Authority> = {}): Authority {
  return {
    ...{ id: `a-${of.person}`, agency: of.agency, post: of.post, person: of.person, form: 'KT', types: [] },
    ...{ fields: [], from: 0, until: undefined, basis: 'Quyết định phân công 12/QĐ-UBND', ...but },
  };
}

export function signs(by: Actor, but: { records?: readonly Authority[]; hash?: string } = {}): DraftDeed {
  return (state) => ({
    kind: 'sign',
    task: taskOf(state, by).id,
    records: but.records ?? [authority(by)],
    hash: (but.hash ?? state.content?.main?.hash ?? '') as FileHash,
    by,
  });
}

export function asksNumber(by: Actor, notation = 'UBND-VX'): DraftDeed {
  return () => ({ kind: 'number', series: 'general', notation, by });
}

export function numbered(number = 2235): DraftDeed {
  return () => ({ kind: 'numberAllocated', number, by: SYSTEM });
}

export function voids(by: Actor, consent: Actor): DraftDeed {
  return () => ({ kind: 'voidNumber', reason: because, consent: postOf(consent), by });
}

export function issues(by: Actor): DraftDeed {
  return () => ({ kind: 'issue', by });
}

export function calendarBecomes(calendar: Calendar): DraftDeed {
  return () => ({ kind: 'calendarChanged', calendar, by: SYSTEM });
}

/** Phạm Thu Trang's draft on its way through a chain, at its first step. */
export function submitted(chain: Chain, ...more: readonly DraftMove[]): Draft {
  return play(blank, drafts(trang), submits(trang, chain), ...more);
}

/** Somebody of the same post in another agency. */
export function elsewhere(of: Actor, agency: string): Actor {
  return { ...of, agency: agency as AgencyCode };
}
