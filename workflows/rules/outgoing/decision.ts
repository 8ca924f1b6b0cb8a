import { type Decision as DecisionOn, deciding } from '../decision.ts';
import type { OutgoingFact } from './event.ts';
import { evolve } from './evolve.ts';
import type { OutgoingState } from './state.ts';

/** A decision about a dispatch on its way out. */
export type Decision = DecisionOn<OutgoingState, OutgoingFact>;

export const { begin, record, follow } = deciding<OutgoingState, OutgoingFact>(evolve);
