import { type Decision, deciding } from '../decision.ts';
import type { Fact } from './event.ts';
import { evolve } from './evolve.ts';
import type { DispatchState } from './state.ts';

/** A decision about a dispatch that came in. */
export type Draft = Decision<DispatchState, Fact>;

export const { begin: draft, record, follow } = deciding<DispatchState, Fact>(evolve);
