/** A world small enough to try everything in it. */
export interface SmallCase<State, Command extends { readonly kind: string }> {
  readonly name: string;
  readonly start: State;
  /** Acts and tidings worth trying in a state; refused ones do no harm. */
  readonly menu: (state: State) => readonly Command[];
  /** The state after a command, none where it is refused or changes nothing; deadlines play no part. */
  readonly after: (state: State, command: Command) => State | undefined;
  readonly isEnd: (state: State) => boolean;
  /** What of a state decides what can still happen: states with the same text are the same. */
  readonly canonical: (state: State) => string;
}

export interface Limits {
  readonly states: number;
  readonly until: number;
}

export interface Exploration {
  readonly states: number;
  /** Whether every state was tried out, rather than the limits reached. */
  readonly exhausted: boolean;
  /** How one comes to each state from which no act of anybody leads to an end. */
  readonly stuck: readonly (readonly string[])[];
}

/** Tries every command of the menu from every state, breadth first, and then looks for states without a way out. */
export function explore<State, Command extends { readonly kind: string }>(
  of: SmallCase<State, Command>,
  limits: Limits,
): Exploration {
  const known = new Map<string, number>([[of.canonical(of.start), 0]]);
  const open: (State | undefined)[] = [of.start];
  const from: number[] = [0];
  const by: string[] = [];
  const ends: boolean[] = [of.isEnd(of.start)];
  const ways: number[][] = [];
  for (let id = 0; id < open.length; id++) {
    const state = open[id];
    if (!state || known.size >= limits.states || performance.now() > limits.until) break;
    open[id] = undefined;
    const next: number[] = [];
    for (const command of of.menu(state)) {
      const after = of.after(state, command);
      if (!after) continue;
      const form = of.canonical(after);
      const seen = known.get(form);
      next.push(seen ?? known.size);
      if (seen !== undefined) continue;
      from.push(id);
      by[known.size] = command.kind;
      ends.push(of.isEnd(after));
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

function pathTo(id: number, from: readonly number[], by: readonly string[]): readonly string[] {
  const path: string[] = [];
  for (let at = id; at !== 0; at = from[at] ?? 0) {
    const kind = by[at];
    if (kind) path.unshift(kind);
  }
  return path;
}
