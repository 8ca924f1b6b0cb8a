import type { Event } from '../../workflows/rules/dispatch/event.ts';
import type { OutgoingStatus } from '../exchange/status.model.ts';
import type { Message } from '../messages/message.model.ts';
import type { RegisterEntry } from '../registers/register-line.model.ts';
import type { Dispatch } from './dispatch.model.ts';
import type { InboxLine } from './row.model.ts';

/** What one projection writes, all of it or nothing. */
export interface Projection {
  readonly dispatch: Omit<Dispatch, 'hash'>;
  readonly events: readonly Event[];
  /** The rows that the events touched. */
  readonly rows: readonly InboxLine[];
  readonly register: readonly RegisterEntry[];
  /** Request keys of acts with the revisions they ended with (U-2). */
  readonly requests: readonly { readonly key: string; readonly revision: number }[];
  readonly statuses: readonly OutgoingStatus[];
  /** Each with the one item that this projection adds to it. */
  readonly messages: readonly Message[];
}
