import type { Step } from '../../workflows/rules/chain/chain.ts';
import { holds } from '../../workflows/rules/chain/steps.ts';
import { factsOf } from '../../workflows/rules/dispatch/deadlines.ts';
import type { Event } from '../../workflows/rules/dispatch/event.ts';
import { isOpen } from '../../workflows/rules/dispatch/row.ts';
import { isFinal } from '../../workflows/rules/dispatch/state.ts';
import { actorText } from './event-words.ts';
import type { FullReading } from './reading.ts';

/** One stop of the line from arrival to the end. */
export interface StopView {
  readonly title: string;
  readonly state: 'done' | 'now' | 'ahead' | 'passed';
  readonly stateText: string;
  readonly who: string;
  readonly at: number | undefined;
}

/** The way so far and ahead, as the pinned chain draws it (ui.md, page 2). */
export function pathView(reading: FullReading): readonly StopView[] {
  const { state, events, t } = reading;
  const steps = (state.chain?.steps ?? []).filter((step) => holds(step.when, factsOf(state)));
  const valid = sinceTakenBack(events);
  const marks = steps.map((step) => ({
    step,
    event: doneBy(step.act, valid, state.completedAt !== undefined),
  }));
  const last = marks.findLastIndex(({ event }) => event);
  const first = events[0];
  const start: StopView[] = first
    ? [
        {
          title: t('dispatches:path.arrived'),
          ...known(reading, 'done'),
          who: state.envelope?.author ?? '',
          at: first.at,
        },
      ]
    : [];
  return [...start, ...marks.map(({ step, event }, index) => stop(reading, step, event, index - last))];
}

/** @param after how far behind the last step that is done: what lies before it without being done was passed over */
function stop(reading: FullReading, step: Step, event: Event | undefined, after: number): StopView {
  const { state, t } = reading;
  const { title } = step;
  if (event) return { title, ...known(reading, 'done'), who: whoDid(reading, event), at: event.at };
  if (after < 0) return { title, ...known(reading, 'passed'), who: '', at: undefined };
  const isNow = after === 1 && !isFinal(state);
  if (!isNow) return { title, ...known(reading, 'ahead'), who: '', at: undefined };
  const holders = state.rows.filter((row) => isOpen(row) && row.state !== 'forwarded' && row.role === 'lead');
  // A desk has the name of its step, which stands there already.
  const names = holders.flatMap(({ claimedBy, receiver }) =>
    receiver.kind === 'step' ? [] : [claimedBy?.name ?? receiver.name],
  );
  const shown =
    names.length > 3 ? [...names.slice(0, 3), t('dispatches:more', { count: names.length - 3 })] : names;
  return { title, ...known(reading, 'now'), who: shown.join(', '), at: undefined };
}

function known({ t }: FullReading, state: StopView['state']): Pick<StopView, 'state' | 'stateText'> {
  return { state, stateText: t(`dispatches:path.${state}`) };
}

function doneBy(act: Step['act'], events: readonly Event[], completed: boolean): Event | undefined {
  return events.findLast((event) => {
    switch (event.kind) {
      case 'registered':
        return act === 'register';
      case 'presented':
        return act === 'present';
      case 'assigned':
        return event.how === 'forwarded' ? act === 'forward' : act === 'direct';
      case 'completed':
        return act === 'settle' && completed;
      default:
        return false;
    }
  });
}

/** The number is given by the system, but it was a clerk who registered. */
function whoDid({ events, t }: FullReading, event: Event): string {
  if (event.kind === 'completed') return '';
  const asked = events.findLast(
    ({ kind, revision }) => kind === 'registrationAsked' && revision < event.revision,
  );
  return actorText(event.kind === 'registered' ? (asked ?? event).by : event.by, t);
}

/** What was done before an undone registration is no longer part of the way. */
function sinceTakenBack(events: readonly Event[]): readonly Event[] {
  const undone = events.findLastIndex(({ kind }) => kind === 'registrationUndone');
  return events.slice(undone + 1);
}
