import type { Event, EventOf } from '../../workflows/rules/dispatch/event.ts';
import type { DispatchState } from '../../workflows/rules/dispatch/state.ts';
import type { RowId } from '../../workflows/rules/ids.ts';
import type { ActedBy } from '../../workflows/rules/people.ts';
import type { Deadline } from '../../workflows/rules/working-time/deadline.ts';
import type { Words } from './reading.ts';

/** What a sentence about an event needs besides the event: the state after it knows every row by name. */
interface Telling {
  readonly state: DispatchState;
  readonly t: Words;
}

/** The key below `events` and the data of its sentence. */
type Sentence = readonly [key: string, data?: Record<string, unknown>];

/** How each kind of event is told; the compiler asks for every kind. */
export const TOLD: { [Kind in Event['kind']]: (event: EventOf<Kind>, telling: Telling) => Sentence } = {
  arrived: ({ envelope, limit }) => ['arrived', { author: envelope.author, due: limit.due }],
  repeatReceived: () => ['repeatReceived'],
  paperEntered: ({ envelope }) => ['paperEntered', { author: envelope.author }],
  refused: ({ reason, text, consent }, { t }) => [
    consent ? 'returnedToSender' : 'refused',
    { reason: t(`dispatches:refusalReason.${reason}`), text, leader: consent && named(consent) },
  ],
  registrationAsked: ({ newDespiteDuplicate }) =>
    newDespiteDuplicate === undefined
      ? ['registrationAsked']
      : ['registrationAskedAnew', { reason: newDespiteDuplicate }],
  registered: ({ number, deadline }) => ['registered', { number, due: deadline.due }],
  registrationUndone: ({ number, reason }) => ['registrationUndone', { number, reason }],
  linked: ({ to }) => ['linked', { number: to.number, year: to.year }],
  discarded: ({ reason }) => ['discarded', { reason }],
  copyAttached: ({ source }, { t }) => ['copyAttached', { source: t(`dispatches:source.${source}`) }],
  presented: ({ leader, opinion, limit }) => [
    opinion === '' ? 'presented' : 'presentedWith',
    { leader: named(leader), opinion, due: limit.due },
  ],
  assigned: (event, telling) => assigned(event, telling),
  workStarted: ({ how }, { t }) => ['workStarted', { how: t(`events:started.${how}`) }],
  progressReported: ({ percent, text }) => [text === '' ? 'progress' : 'progressWith', { percent, text }],
  rowCompleted: (event, { t, state }) => [
    event.how === 'own' && event.result !== '' ? 'rowCompletedWith' : `rowCompleted.${event.how}`,
    {
      holder: holderIn(state, event.row),
      result: event.result,
      reply: event.reply ? t('events:reply', { code: event.reply.code }) : '',
    },
  ],
  rowReturned: ({ row, reason }, { state }) => ['rowReturned', { holder: holderIn(state, row), reason }],
  rowCameBack: ({ row }, { state }) => ['rowCameBack', { holder: holderIn(state, row) }],
  rowBounced: ({ row }, { state }) => ['rowBounced', { holder: holderIn(state, row) }],
  rowWithdrawn: ({ row, because, reason }, { state }) => [
    reason === '' ? `rowWithdrawn.${because}` : 'rowWithdrawnWith',
    { holder: holderIn(state, row), reason },
  ],
  rowBackInHand: ({ row }, { state }) => ['rowBackInHand', { holder: holderIn(state, row) }],
  rowHandedOn: ({ row }, { state }) => ['rowHandedOn', { holder: holderIn(state, row) }],
  rowRead: ({ row }, { state }) => ['rowRead', { holder: holderIn(state, row) }],
  rowChanged: (event, { state, t }) => [
    event.cut ? 'rowCut' : 'rowChanged',
    {
      holder: holderIn(state, event.row),
      role: t(`dispatches:role.${event.role}`),
      roleBefore: t(`dispatches:role.${event.roleBefore}`),
      due: dueText(event.deadline, t),
      dueBefore: dueText(event.deadlineBefore, t),
    },
  ],
  rowReassigned: ({ from, to }) => ['rowReassigned', { holder: named(from), unit: to.name }],
  rowClaimed: ({ row }, { state }) => ['rowClaimed', { holder: holderIn(state, row) }],
  rowReleased: ({ row }, { state }) => ['rowReleased', { holder: holderIn(state, row) }],
  rowSuspended: ({ row, reason }, { state }) => ['rowSuspended', { holder: holderIn(state, row), reason }],
  rowResumed: ({ row, deadline }, { state, t }) => [
    'rowResumed',
    { holder: holderIn(state, row), due: dueText(deadline, t) },
  ],
  completed: ({ how, opinion }) => [opinion === '' ? `completed.${how}` : 'completedWith', { opinion }],
  reopened: ({ reason, deadline }) => ['reopened', { reason, due: deadline.due }],
  deadlinesRecalculated: ({ calendar, changes }, { state, t }) => [
    changes.length === 0 ? 'calendarChanged' : 'deadlinesRecalculated',
    {
      version: calendar.version,
      changes: changes
        .map(({ clock, before, after }) =>
          t('events:change', {
            what: clockIn(state, clock, t),
            before: before.due,
            after: after.due,
          }),
        )
        .join('; '),
    },
  ],
  levelFired: ({ clock, level, scheduled, at, to }, { state, t }) => [
    at - scheduled < 60_000 ? 'levelFired' : 'levelFiredLate',
    {
      level: t(`events:level.${level}`),
      what: clockIn(state, clock, t),
      scheduled,
      to: to.map((one) => t(`events:recipient.${one}`)).join(', '),
    },
  ],
  repairNeeded: ({ row }, { state }) => ['repairNeeded', { holder: holderIn(state, row) }],
};

/** Who did it, as which post: "Lò Thị Mai (Văn thư)". */
export function actorText(by: ActedBy, t: Words): string {
  return 'system' in by ? t('events:system') : named(by);
}

/** The sentence of one event, without when and by whom. */
export function eventText(event: Event, telling: Telling): string {
  // The table is keyed by kind, which TypeScript cannot follow through one call.
  const tell = TOLD[event.kind] as (event: Event, telling: Telling) => Sentence;
  const [key, data = {}] = tell(event, telling);
  return telling.t(`events:${key}`, data).trim();
}

function assigned({ how, rows, opinion, leader }: EventOf<'assigned'>, { t }: Telling): Sentence {
  const receivers = rows
    .map(({ receiver, role, deadline }) => {
      const name = receiver.kind === 'post' ? named(receiver) : receiver.name;
      const due = deadline ? t('events:rowDue', { due: deadline.due }) : '';
      return `${name} (${t(`dispatches:role.${role}`)}${due})`;
    })
    .join('; ');
  const behalf = how === 'directed' && leader ? t('events:behalf', { leader: named(leader) }) : '';
  return [opinion === '' ? `assigned.${how}` : `assignedWith.${how}`, { receivers, opinion, behalf }];
}

function named({ name, title }: { readonly name: string; readonly title: string }): string {
  return `${name} (${title})`;
}

function holderIn(state: DispatchState, row: RowId): string {
  return state.rows[row]?.receiver.name ?? '';
}

function clockIn(state: DispatchState, clock: { row: RowId } | { limit: string }, t: Words): string {
  return 'limit' in clock
    ? t(`dispatches:limit.${clock.limit}`)
    : t('events:rowOf', { holder: holderIn(state, clock.row) });
}

function dueText(deadline: Deadline | undefined, t: Words): string {
  return deadline ? t('events:at', { at: deadline.due }) : t('dispatches:noDeadline');
}
