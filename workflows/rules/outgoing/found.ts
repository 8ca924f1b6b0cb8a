import { counted } from '../approval/task.ts';
import type { Visit } from '../approval/visit.ts';
import type { PostReceiver } from '../dispatch/row.ts';
import type { PersonId } from '../ids.ts';
import type { Instant } from '../working-time/calendar.ts';
import { openStep, settle } from './advance.ts';
import type { Found, OutgoingCommandOf } from './command.ts';
import { begin, record } from './decision.ts';
import type { Opening, OutgoingEvent } from './event.ts';
import { currentVisit, type OutgoingState } from './state.ts';
import { type ApprovalStep, nextTask, stepAfter, stepOf } from './steps.ts';

/** The world answered who approves. An answer for a step that is over changes nothing. */
export function approversFound(
  state: OutgoingState,
  command: OutgoingCommandOf<'approversFound'>,
  at: Instant,
): readonly OutgoingEvent[] {
  const visit = currentVisit(state);
  const step = visit && stepOf(state, visit.step);
  if (!visit?.seeking || visit.id !== command.visit || !step) return [];
  const decision = begin(state, command.by, at);
  const chosen = chosenOf(state, step, command.found);
  const people = withoutDrafter(state, step, chosen);
  if (people.length > 0) {
    record(decision, {
      kind: 'approversFound',
      visit: visit.id,
      tasks: openings(state, visit, step, people),
    });
    settle(decision);
  } else if (chosen.length > 0 && step.act === 'approve' && step.ifDrafter === 'skip') {
    record(decision, { kind: 'stepSkipped', visit: visit.id });
    openStep(decision, stepAfter(state, step.key));
  } else {
    record(decision, { kind: 'repairNeeded', visit: visit.id });
  }
  return decision.events;
}

function openings(
  state: OutgoingState,
  visit: Visit,
  step: ApprovalStep,
  people: readonly PostReceiver[],
): readonly Opening[] {
  const first = nextTask(state);
  return people.map((approver, index) => ({
    ...{ id: first + index, approver, turn: index, under: undefined, addedBy: undefined },
    earlier: step.act === 'approve' && approvedEarlier(state, visit, step, approver.person),
  }));
}

/** Whom the drafter chose, in that order, among those found; all of them where nobody was chosen. */
function chosenOf({ chosen }: OutgoingState, step: ApprovalStep, found: readonly Found[]): readonly Found[] {
  const posts = chosen.people[step.key] ?? [];
  if (posts.length === 0) return found;
  return posts.flatMap((post) => found.find(({ approver }) => approver.post === post) ?? []);
}

/**
 * who approves when the drafter would. Nobody checks their own draft (O5), and nobody but a head who is alone
 * signs it (O7).
 */
function withoutDrafter(
  { drafter }: OutgoingState,
  { act, ifDrafter = 'self' }: ApprovalStep,
  found: readonly Found[],
): readonly PostReceiver[] {
  const isOther = ({ person }: PostReceiver) => person !== drafter?.person;
  const orHead = ({ approver, head }: Found) => (isOther(approver) ? approver : (head ?? approver));
  const all = found.map(ifDrafter === 'head' ? orHead : ({ approver }) => approver);
  const others = all.filter(isOther);
  const mayBeOwn = ifDrafter === 'self' && (act === 'approve' || (act === 'sign' && others.length === 0));
  return [...new Map((mayBeOwn ? all : others).map((one) => [one.post, one])).values()];
}

/** asked again (default), once, or not directly after each other; a return or refusal makes it forgotten. */
function approvedEarlier(
  { visits }: OutgoingState,
  { id }: Visit,
  { repeat = 'ask' }: ApprovalStep,
  person: PersonId,
): boolean {
  if (repeat === 'ask') return false;
  const before = visits
    .slice(0, id)
    .filter(({ ended }) => ended !== 'skipped' && ended !== 'withdrawn')
    .toReversed();
  const forgotten = before.findIndex(({ ended }) => ended !== 'passed');
  const valid = forgotten < 0 ? before : before.slice(0, forgotten);
  return valid
    .slice(0, repeat === 'consecutive' ? 1 : valid.length)
    .some(({ tasks }) =>
      counted(tasks).some(({ approver, state }) => approver.person === person && state === 'approved'),
    );
}
