import { isGone, type Task } from '../approval/task.ts';
import { openTasks } from '../approval/visit.ts';
import type { PostReceiver, Receiver } from '../dispatch/row.ts';
import type { Recipient } from '../escalation/ladder.ts';
import type { OutgoingClock, OutgoingEvent, OutgoingEventOf } from './event.ts';
import { notice, type OutgoingNotice } from './notice.ts';
import { taskNotices } from './notices-tasks.ts';
import { currentVisit, type OutgoingState } from './state.ts';

/** Who is told of an event (flows.md §3): whoever acts next, and the drafter; `state` is the state after it. */
export function notices(event: OutgoingEvent, state: OutgoingState): readonly OutgoingNotice[] {
  const drafter = state.drafter ? [state.drafter] : [];
  const toDrafter = (key: string, but?: Partial<OutgoingNotice>) => [notice(key, drafter, but)];
  const because = (reason: string) => ({ said: { reason, faults: [] } });
  switch (event.kind) {
    case 'repairNeeded':
      return [notice('approversMissing', ['administrator'])];
    case 'stepPassed':
      return toDrafter('stepPassed');
    case 'stepRefused':
      return toDrafter('stepRefused', because(reasonsIn(state.visits[event.visit]?.tasks)));
    case 'sentBack':
      return toDrafter('sentBack', { said: { reason: event.reason, faults: event.faults } });
    case 'revisionAllowed':
      return toDrafter('revisionAllowed', because(event.reason));
    case 'jumped':
      return toDrafter('jumped', because(event.reason));
    case 'signed':
      return [...toDrafter('signed'), notice('toNumber', ['clerks'], { about: { limit: 'issuing' } })];
    case 'numberVoided':
      return [notice('numberVoided', [...drafter, event.consent], because(event.reason))];
    case 'issued':
      return toDrafter('issued');
    case 'cancelled':
      return [notice('draftCancelled', everybody(state), because(event.reason))];
    case 'copiedTo':
      return [notice('copiedTo', event.people)];
    case 'paused':
      return [notice('draftPaused', [...drafter, ...atWork(state)], because(event.reason))];
    case 'resumed':
      return [notice('draftResumed', [...drafter, ...atWork(state)])];
    case 'draftReminded':
      return toDrafter('draftReminded', { scheduled: event.scheduled });
    case 'levelFired':
      return [levelNotice(event, state)];
    case 'deadlinesRecalculated':
      return event.changes.map(({ clock }) => {
        const digest = `calendar ${event.calendar.version}`;
        return notice('recalculated', meant('assignee', state, clock), { about: clock, digest });
      });
    default:
      return taskNotices(event, state);
  }
}

function reasonsIn(tasks: readonly Task[] = []): string {
  const refusals = tasks.filter(({ state }) => state === 'refused');
  return refusals.map(({ acted }) => acted?.text ?? '').join('; ');
}

function atWork(state: OutgoingState): readonly PostReceiver[] {
  const visit = currentVisit(state);
  return visit ? openTasks(visit).map(({ approver }) => approver) : [];
}

/** The drafter, those it was copied to, and whoever approved it or was about to. */
function everybody({ drafter, copied, visits }: OutgoingState): readonly PostReceiver[] {
  const tasks = visits.flatMap((visit) => visit.tasks);
  const asked = tasks.filter((task) => task.state === 'cancelled' || !isGone(task));
  const all = [...(drafter ? [drafter] : []), ...copied, ...asked.map(({ approver }) => approver)];
  return [...new Map(all.map((one) => [one.post, one])).values()];
}

function levelNotice(
  { clock, level, scheduled, to }: OutgoingEventOf<'levelFired'>,
  state: OutgoingState,
): OutgoingNotice {
  const people = to.flatMap((word) => meant(word, state, clock));
  const digest = `${level} ${scheduled}`;
  return notice(`level${level}`, people, { about: clock, digest, scheduled });
}

/** Whom a word of a ladder means: the head is that of the drafter's unit (flows.md §3). */
function meant(
  word: Recipient,
  state: OutgoingState,
  clock: OutgoingClock,
): readonly (Recipient | Receiver)[] {
  const { drafter } = state;
  switch (word) {
    case 'assignee': {
      if ('limit' in clock) return ['clerks'];
      const people = atWork(state);
      // E-4: with nobody to do it, it is the administrator's to find somebody.
      return people.length > 0 ? people : ['administrator'];
    }
    case 'assigner':
      return drafter ? [drafter] : [];
    case 'headOfUnit': {
      const who = { kind: 'headOfUnit', ...(drafter && { unit: drafter.unit }) } as const;
      return [{ kind: 'step', who, name: drafter?.unitName ?? '' }];
    }
    default:
      return [word];
  }
}
