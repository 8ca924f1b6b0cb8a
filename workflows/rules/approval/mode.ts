/** How the approvers of one step decide together (flows.md §3.1). */
export type Mode =
  /** Một người, or whoever of a role is first. */
  | { readonly kind: 'any' }
  | { readonly kind: 'all' }
  | { readonly kind: 'sequential' }
  /** Passes once this share of the present approvers approved; whole percent, 1–100. */
  | { readonly kind: 'ratio'; readonly percent: number }
  /** As a ratio, but everyone votes or the deadline comes. */
  | { readonly kind: 'vote'; readonly percent: number };

export type Outcome = 'passed' | 'refused';

/** How the counted approvers of a step stand. */
export interface Count {
  readonly approved: number;
  readonly refused: number;
  readonly open: number;
}

/**
 * What the count means, none while it is open. A step without approvers is never decided.
 * @param over the deadline of a vote came: whoever did not vote has no opinion
 */
export function decided(mode: Mode, count: Count, over = false): Outcome | undefined {
  const { approved, refused, open } = count;
  const present = approved + refused + open;
  if (present === 0) return undefined;
  switch (mode.kind) {
    case 'any':
      if (approved > 0) return 'passed';
      return refused > 0 ? 'refused' : undefined;
    case 'all':
    case 'sequential':
      if (refused > 0) return 'refused';
      return open === 0 ? 'passed' : undefined;
    case 'ratio':
      if (reaches(mode.percent, approved, present)) return 'passed';
      return reaches(mode.percent, approved + open, present) ? undefined : 'refused';
    case 'vote':
      if (open > 0 && !over) return undefined;
      return reaches(mode.percent, approved, present) ? 'passed' : 'refused';
  }
}

/** In whole numbers: 3 of 5 is 60 %, exactly. */
function reaches(percent: number, approved: number, present: number): boolean {
  return approved * 100 >= percent * present;
}
