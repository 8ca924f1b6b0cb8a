import type { Command } from '../../workflows/rules/dispatch/command.ts';
import { decide } from '../../workflows/rules/dispatch/decide.ts';
import { evolve } from '../../workflows/rules/dispatch/evolve.ts';
import { isRefusal } from '../../workflows/rules/dispatch/refusal.ts';
import { type DispatchState, isFinal } from '../../workflows/rules/dispatch/state.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { canonical } from './canonical.ts';

/** A world small enough to try everything in it. */
export interface SmallCase {
  readonly name: string;
  readonly start: DispatchState;
  /** Acts and tidings worth trying in a state; refused ones do no harm. */
  readonly menu: (state: DispatchState) => readonly Command[];
  /** Everything happens at this instant: deadlines play no part. */
  readonly at: Instant;
}

export interface Exploration {
  readonly states: number;
  /** Whether every state was tried out, rather than the limits reached. */
  readonly exhausted: boolean;
  /** How one comes to each state from which no act of anybody leads to an end. */
  readonly stuck: readonly (readonly Command['kind'][])[];
}

/** Tries every command of the menu from every state, breadth first, and then looks for states without a way out. */
export function explore(
  of: SmallCase,
  limits: { readonly states: number; readonly until: number },
): Exploration {
  const known = new Map<string, number>([[canonical(of.start), 0]]);
  const open: (DispatchState | undefined)[] = [of.start];
  const from: number[] = [0];
  const by: Command['kind'][] = [];
  const ends: boolean[] = [isFinal(of.start)];
  const ways: number[][] = [];
  for (let id = 0; id < open.length; id++) {
    const state = open[id];
    if (!state || known.size >= limits.states || performance.now() > limits.until) break;
    open[id] = undefined;
    const next: number[] = [];
    for (const command of of.menu(state)) {
      const after = done(state, command, of.at);
      if (!after) continue;
      const form = canonical(after);
      const seen = known.get(form);
      next.push(seen ?? known.size);
      if (seen !== undefined) continue;
      from.push(id);
      by[known.size] = command.kind;
      ends.push(isFinal(after));
      open.push(after);
      known.set(form, known.size);
    }
    ways.push(next);
  }
  const stuck = withoutEnd(ways, ends);
  return {
    states: known.size,
    exhausted: ways.length === known.size,
    stuck: stuck.map((id) => pathTo(id, from, by)),
  };
}

function done(state: DispatchState, command: Command, at: Instant): DispatchState | undefined {
  const answer = decide(state, command, at);
  return isRefusal(answer) || answer.length === 0 ? undefined : answer.reduce(evolve, state);
}

/** The states tried out that lead to no end; what was not tried out any more counts as one. */
function withoutEnd(ways: readonly (readonly number[])[], ends: readonly boolean[]): readonly number[] {
  const leads = ends.map((end, id) => end || id >= ways.length);
  const into: number[][] = ends.map(() => []);
  for (const [id, next] of ways.entries()) for (const one of next) into[one]?.push(id);
  const good = [...leads.keys()].filter((id) => leads[id]);
  for (let id = good.pop(); id !== undefined; id = good.pop()) {
    for (const before of into[id] ?? []) {
      if (leads[before]) continue;
      leads[before] = true;
      good.push(before);
    }
  }
  return [...leads.keys()].filter((id) => !leads[id]);
}

function pathTo(id: number, from: readonly number[], by: readonly Command['kind'][]): Command['kind'][] {
  const path: Command['kind'][] = [];
  for (let at = id; at !== 0; at = from[at] ?? 0) {
    const kind = by[at];
    if (kind) path.unshift(kind);
  }
  return path;
}
