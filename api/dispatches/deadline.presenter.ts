import { reminderAt } from '../../workflows/rules/dispatch/clocks.ts';
import type { ClockRef } from '../../workflows/rules/dispatch/state.ts';
import type { Deadline } from '../../workflows/rules/working-time/deadline.ts';
import { remainingInWords } from '../../workflows/rules/working-time/words.ts';
import type { Reading } from './reading.ts';

export interface DeadlineView {
  readonly at: number;
  readonly words: string;
  /** Late and near are the only two that have a colour. */
  readonly tone: 'late' | 'near' | 'calm';
}

/** A deadline in words, by the calendar of the dispatch; near from its reminder on, where it still runs. */
export function deadlineView(
  reading: Reading,
  deadline: Deadline,
  clock?: ClockRef,
): DeadlineView | undefined {
  const { state, now, locale } = reading;
  if (!state.calendar) return undefined;
  const nearAt = clock && reminderAt(state, clock);
  const near = nearAt !== undefined && now >= nearAt;
  const tone = now > deadline.due ? 'late' : near ? 'near' : 'calm';
  return { at: deadline.due, words: remainingInWords(state.calendar, deadline, now, locale), tone };
}
