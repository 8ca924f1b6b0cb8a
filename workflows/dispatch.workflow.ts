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
  answeredAs,
  type DispatchInput,
  REFUSED,
  REMEMBERED,
  type Request,
  rereadSignal,
  stateQuery,
  tellSignal,
} from './contract/dispatch.contract.ts';
import { wakeUps } from './rules/dispatch/clocks.ts';
import { isRefusal, type Refusal } from './rules/dispatch/refusal.ts';
import { type DispatchState, isFinal } from './rules/dispatch/state.ts';
import { Alarm } from './runtime/alarm.ts';
import { Desk } from './runtime/desk.ts';

/** One dispatch in one agency, from arrival to its end (core.md): accepts acts, sleeps to the next wake-up. */
export async function dispatch(input: DispatchInput): Promise<void> {
  const alarm = new Alarm();
  const desk = new Desk(input, () => {
    if (!alarm.isRinging()) setAlarm();
  });

  setHandler(stateQuery, () => desk.state);
  setHandler(actUpdate, act, {
    validator: (request: Request) => {
      const refusal = desk.refusalOf(request);
      if (refusal) throw refused(refusal);
    },
  });
  setHandler(rereadSignal, () => {
    desk.doubt();
  });
  setHandler(tellSignal, (told) => {
    desk.hear(told);
  });
  for (const told of input.told) desk.hear(told);

  // A run that starts where nothing is open waits for what it was started for, and not for ever.
  if (isIdle(desk.state)) await condition(() => !isIdle(desk.state) || desk.isBusy(), '1 minute');
  setAlarm();
  for (;;) {
    await condition(() => alarm.isRinging() || mayRest());
    if (alarm.isRinging()) {
      alarm.silence();
      desk.ring();
    }
    if (!mayRest()) continue;
    if (isIdle(desk.state)) return;
    const recent = [...desk.answered].slice(-REMEMBERED);
    await continueAsNew<typeof dispatch>({ ...input, state: desk.state, told: [], answered: recent });
  }

  async function act(request: Request): Promise<Answered> {
    const heard = desk.hear(request);
    await desk.settled(heard);
    if (isRefusal(heard.answer)) throw refused(heard.answer);
    return answeredAs(heard.answer, desk.isSettled(heard), desk.state);
  }

  function refused(refusal: Refusal): ApplicationFailure {
    return ApplicationFailure.nonRetryable(refusal.key, REFUSED, refusal, desk.state.revision);
  }

  function setAlarm(): void {
    const next = wakeUps(desk.state)[0];
    alarm.set(next && next.at - input.clockOffset);
  }

  function mayRest(): boolean {
    const mayEnd = isIdle(desk.state) || workflowInfo().continueAsNewSuggested;
    return mayEnd && !desk.isBusy() && allHandlersFinished();
  }
}

function isIdle(state: DispatchState): boolean {
  return state.status === 'none' || isFinal(state);
}
