import type { Notice } from '../dispatch/effects.ts';
import type { OutgoingClock } from './event.ts';

/** A message to people; of a ladder's words those are left that mean whoever holds a role. */
export interface OutgoingNotice extends Omit<Notice, 'about'> {
  /** Deadline that it is about. */
  readonly about: OutgoingClock | undefined;
  /** What the drafter is to put right (O4, O8). */
  readonly said: { readonly reason: string; readonly faults: readonly string[] } | undefined;
}

export function notice(
  key: string,
  to: OutgoingNotice['to'],
  but: Partial<OutgoingNotice> = {},
): OutgoingNotice {
  const nothing = { about: undefined, said: undefined, digest: undefined, scheduled: undefined };
  return { kind: 'notify', key, to, ...nothing, ...but };
}
