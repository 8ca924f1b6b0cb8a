import type { Assignment, CommandOf } from '../../workflows/rules/dispatch/command.ts';
import type { Duplicate, RegistrationForm, Reply } from '../../workflows/rules/dispatch/envelope.ts';
import type { RowRole, UnitReceiver } from '../../workflows/rules/dispatch/row.ts';
import type { DispatchState } from '../../workflows/rules/dispatch/state.ts';
import type { DispatchId, RowId } from '../../workflows/rules/ids.ts';
import { type Actor, SYSTEM } from '../../workflows/rules/people.ts';
import type { Calendar } from '../../workflows/rules/working-time/calendar.ts';
import type { DueRule } from '../../workflows/rules/working-time/deadline.ts';
import { fixtureCalendar } from './calendar.ts';
import { envelope, form, incomingChain } from './incoming.ts';
import { postOf } from './people.ts';
import { type Deed, rowOf, type Step, type Whose } from './story.ts';

/** A reason long enough for every rule. */
export const because = 'không thuộc lĩnh vực được phân công';

/** The row that somebody acts on when the sentence names none: their own, or their unit's. */
function ownRow(state: DispatchState, actor: Actor): RowId {
  const own = state.rows.findLast(
    ({ receiver }) =>
      (receiver.kind === 'post' && receiver.post === actor.post) ||
      (receiver.kind === 'unit' && receiver.unit === actor.unit),
  );
  if (!own) throw new Error(`${actor.name} has no row`);
  return own.id;
}

function onRow(kind: 'accept' | 'read' | 'claim' | 'release' | 'resume') {
  return (by: Actor, whose?: Whose): Deed =>
    (state) => ({ kind, row: whose ? rowOf(state, whose).id : ownRow(state, by), by });
}

function withReason(kind: 'giveBack' | 'withdraw' | 'suspend') {
  return (by: Actor, whose?: Whose, reason = because): Deed =>
    (state) => ({ kind, row: whose ? rowOf(state, whose).id : ownRow(state, by), reason, by });
}

export const accepts = onRow('accept');
export const reads = onRow('read');
export const claims = onRow('claim');
export const releases = onRow('release');
export const resumes = onRow('resume');
export const returns = withReason('giveBack');
export const withdraws = withReason('withdraw');
export const suspends = withReason('suspend');

export function arrives(of = envelope(), chain = incomingChain, calendar = fixtureCalendar): Deed {
  return () => ({ kind: 'arrive', envelope: of, calendar, chain, by: SYSTEM });
}

/** The number that the world gives back. */
export function numbered(number = 513): Deed {
  return () => ({ kind: 'numberAllocated', number, by: SYSTEM });
}

export function asksNumber(by: Actor, but: Partial<CommandOf<'register'>> = {}): Deed {
  return () => ({ kind: 'register', form: form(), chain: incomingChain, duplicates: [], by, ...but });
}

export function registers(
  by: Actor,
  of: RegistrationForm = form(),
  number = 513,
  chain = incomingChain,
): Step {
  return [asksNumber(by, { form: of, chain }), numbered(number)];
}

export function entersPaper(by: Actor, but: Partial<CommandOf<'enterPaper'>> = {}): Deed {
  const paper = envelope({ source: 'paper', documentId: '', sender: '' });
  return () => ({
    kind: 'enterPaper',
    envelope: paper,
    calendar: fixtureCalendar,
    chain: incomingChain,
    form: form(),
    duplicates: [],
    by,
    ...but,
  });
}

export function refuses(by: Actor, text = because): Deed {
  return () => ({ kind: 'refuse', reason: 'wrongRecipient', text, by });
}

export function undoes(by: Actor, reason = because): Deed {
  return () => ({ kind: 'undoRegistration', reason, by });
}

export function links(by: Actor, to: Duplicate): Deed {
  return () => ({ kind: 'link', to, by });
}

export function discards(by: Actor, reason = because): Deed {
  return () => ({ kind: 'discard', reason, by });
}

export function copyArrives(from: string): Deed {
  return () => ({ kind: 'attachCopy', source: 'axis', from: from as DispatchId, by: SYSTEM });
}

export function presents(by: Actor, to: Actor): Deed {
  return () => ({ kind: 'present', leader: postOf(to), opinion: '', by });
}

export function sendsBack(by: Actor, consent: Actor, text = because): Deed {
  return () => ({ kind: 'returnToSender', reason: 'wrongRecipient', text, consent: postOf(consent), by });
}

function assignment(role: RowRole) {
  return (to: Actor | UnitReceiver, due?: DueRule): Assignment => ({
    receiver: 'post' in to ? postOf(to) : to,
    role,
    ...(due && { due }),
  });
}

export const lead = assignment('lead');
export const cooperate = assignment('cooperate');
export const inform = assignment('inform');

export function directs(
  by: Actor,
  assignments: readonly Assignment[],
  but: Partial<CommandOf<'direct'>> = {},
): Deed {
  return () => ({ kind: 'direct', assignments, opinion: 'Giao chủ trì tham mưu', by, ...but });
}

export function passesOn(by: Actor, to: Actor, assignments: readonly Assignment[]): Deed {
  return () => ({ kind: 'passOn', leader: postOf(to), assignments, opinion: '', by });
}

export function settles(by: Actor): Deed {
  return () => ({ kind: 'settle', opinion: 'Lưu để biết', by });
}

export function reopens(
  by: Actor,
  due: DueRule,
  reason = because,
  but: Partial<CommandOf<'reopen'>> = {},
): Deed {
  return () => ({ kind: 'reopen', due, reason, by, ...but });
}

export function forwards(
  by: Actor,
  assignments: readonly Assignment[],
  but: Partial<CommandOf<'forward'>> = {},
): Deed {
  return (state) => ({ kind: 'forward', row: ownRow(state, by), assignments, opinion: '', by, ...but });
}

export function reports(by: Actor, percent: number, text = ''): Deed {
  return (state) => ({ kind: 'report', row: ownRow(state, by), percent, text, by });
}

export function completes(by: Actor, but: Partial<CommandOf<'complete'>> = {}): Deed {
  return (state) => ({ kind: 'complete', row: ownRow(state, by), result: 'Đã tham mưu', by, ...but });
}

export const reply: Reply = { code: '2235/UBND-VX', issuedOn: '2026-03-17' };

export function changes(
  by: Actor,
  whose: Whose,
  what: Pick<CommandOf<'changeRow'>, 'role' | 'due' | 'confirmLater'>,
): Deed {
  return (state) => ({ kind: 'changeRow', row: rowOf(state, whose).id, by, ...what });
}

/** How many people were found who can act on a row that came back (R5). */
export function counted(whose: Whose, found: number): Deed {
  return (state) => ({ kind: 'assigneesCounted', row: rowOf(state, whose).id, found, by: SYSTEM });
}

export function calendarBecomes(calendar: Calendar): Deed {
  return () => ({ kind: 'calendarChanged', calendar, by: SYSTEM });
}
