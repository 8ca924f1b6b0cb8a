import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import {
  type Answered,
  actUpdate,
  type DispatchInput,
  REFUSED,
  type Request,
  stateQuery,
  tellSignal,
} from './contract/dispatch.contract.ts';
import { wakeUps } from './rules/dispatch/clocks.ts';
import { isRefusal, type Refusal } from './rules/dispatch/refusal.ts';
import { type DispatchState, isFinal } from './rules/dispatch/state.ts';
import { Alarm } from './runtime/alarm.ts';
import { Desk, refusalOf } from './runtime/desk.ts';

/** So many answered request keys are remembered over a continued run; the record's own index knows the rest. */
const REMEMBERED = 50;

/** One dispatch in one agency, from arrival to its end (core.md): accepts acts, sleeps to the next wake-up. */
export async function dispatch(input: DispatchInput): Promise<void> {
  const desk = new Desk(input.state, input.clockOffset);
  const answered = new Map(input.answered);
  const alarm = new Alarm();
  const now = () => Date.now() + input.clockOffset;

  setHandler(stateQuery, () => desk.state);
  setHandler(actUpdate, act, {
    validator: (request) => {
      const refusal = answered.has(request.key) ? undefined : refusalOf(desk.state, request, now());
      if (refusal) throw refused(refusal);
    },
  });

  setHandler(tellSignal, (told) => {
    desk.take(told, now());
  });
  for (const told of input.told) desk.take(told, now());

  // A run that starts where nothing is open waits for what it was started for, and not for ever.
  if (isIdle(desk.state)) await condition(() => !isIdle(desk.state) || desk.hasWork(), '1 minute');
  for (;;) {
    const next = wakeUps(desk.state)[0];
    alarm.set(next && next.at - input.clockOffset);
    await condition(() => desk.hasWork() || alarm.isRinging() || mayRest());
    if (alarm.isRinging()) desk.fireDue(now());
    await desk.work(now);
    if (desk.hasWork() || !mayRest()) continue;
    if (isIdle(desk.state)) return;
    const recent = [...answered].slice(-REMEMBERED);
    await continueAsNew<typeof dispatch>({ ...input, state: desk.state, told: [], answered: recent });
  }

  async function act({ key, command }: Request): Promise<Answered> {
    const before = answered.get(key);
    if (before) return before;
    const revision = desk.take(command, now(), key);
    if (isRefusal(revision)) throw refused(revision);
    answered.set(key, { revision, projected: true });
    await condition(() => desk.written >= revision || desk.behind);
    const answer = { revision: desk.state.revision, projected: desk.written >= revision };
    answered.set(key, answer);
    return answer;
  }

  function mayRest(): boolean {
    return (isIdle(desk.state) || workflowInfo().continueAsNewSuggested) && allHandlersFinished();
  }
}

function isIdle(state: DispatchState): boolean {
  return state.status === 'none' || isFinal(state);
}

function refused(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.nonRetryable(refusal.key, REFUSED, refusal);
}
