import type { Authority } from '../authority/authority.ts';
import type { Visit } from '../approval/visit.ts';
import type { Chain } from '../chain/chain.ts';
import type { Clock, PostReceiver } from '../dispatch/row.ts';
import type { AgencyCode, DispatchId, FileHash, PostId } from '../ids.ts';
import type { ActedBy } from '../people.ts';
import type { Calendar, Instant } from '../working-time/calendar.ts';
import type { Content, Recipient } from './content.ts';

/** States of a dispatch on its way out (flows.md §3): ĐANG_SOẠN … ĐÃ_PHÁT_HÀNH. */
export type OutgoingStatus =
  | 'none'
  | 'drafting'
  | 'approving'
  /** TRẢ_VỀ_SOẠN */
  | 'sentBack'
  | 'checkingForm'
  | 'awaitingSignature'
  | 'signed'
  /** The number is asked for. */
  | 'numbering'
  | 'numbered'
  | 'issued'
  | 'cancelled';

/** One saved state of the draft. */
export interface Version {
  readonly number: number;
  readonly at: Instant;
  readonly by: ActedBy;
  readonly main: FileHash | undefined;
}

export interface Signature {
  readonly at: Instant;
  readonly by: ActedBy;
  /** By what right (D-1). */
  readonly authority: Authority;
  readonly hash: FileHash;
}

/** Number and notation (ND30 Art 8.2c); the year is that of the series. */
export interface OutgoingNumber {
  readonly series: string;
  readonly year: number;
  readonly number: number;
  readonly notation: string;
  readonly at: Instant;
}

/** What the law leaves from the signing instant on (T-10). */
export const LIMITS = ['issuing', 'sending'] as const;
export type OutgoingLimit = (typeof LIMITS)[number];

export interface OutgoingState {
  /** Version of the decider that wrote it. */
  readonly decider: 1;
  readonly id: DispatchId;
  readonly agency: AgencyCode;
  readonly revision: number;
  readonly changedAt: Instant;
  readonly status: OutgoingStatus;
  readonly calendar: Calendar | undefined;
  readonly drafter: PostReceiver | undefined;
  readonly content: Content | undefined;
  readonly versions: readonly Version[];
  readonly chain: Chain | undefined;
  /** Steps that the drafter chose to go through, and whom they chose for steps that leave it to them. */
  readonly chosen: {
    readonly steps: readonly string[];
    readonly people: Readonly<Record<string, readonly PostId[]>>;
  };
  readonly visits: readonly Visit[];
  /** Acts in visits before this one stand: somebody acted after them. */
  readonly firmBefore: number;
  /** The signer let the drafter change what was approved (O6). */
  readonly mayRevise: boolean;
  /** An administrator stopped it; acts wait, so do its clocks. */
  readonly pausedAt: Instant | undefined;
  /** The file that was approved when it last went to its signer: no other can be signed (O6, O7). */
  readonly approvedHash: FileHash | undefined;
  readonly signature: Signature | undefined;
  readonly pendingNumber: Omit<OutgoingNumber, 'number' | 'at'> | undefined;
  readonly number: OutgoingNumber | undefined;
  readonly limits: Readonly<Partial<Record<OutgoingLimit, Clock>>>;
  readonly issuedTo: readonly Recipient[];
  /** Also told of it (A-1, cc). */
  readonly copied: readonly PostReceiver[];
  /** The last thing that happened was a reminder to go on with it. */
  readonly reminded: boolean;
}

/** The state before anything happened. */
export function nothingDrafted(agency: AgencyCode, id: DispatchId): OutgoingState {
  return {
    decider: 1,
    id,
    agency,
    revision: 0,
    changedAt: 0,
    status: 'none',
    calendar: undefined,
    drafter: undefined,
    content: undefined,
    versions: [],
    chain: undefined,
    chosen: { steps: [], people: {} },
    visits: [],
    firmBefore: 0,
    mayRevise: false,
    pausedAt: undefined,
    approvedHash: undefined,
    signature: undefined,
    pendingNumber: undefined,
    number: undefined,
    limits: {},
    issuedTo: [],
    copied: [],
    reminded: false,
  };
}

/** Whether nothing more is awaited here; what recipients report belongs to the exchange. */
export function isOver({ status }: OutgoingState): boolean {
  return status === 'issued' || status === 'cancelled';
}

/** The visit that decides where the draft goes next; not always the last, for an act may have been taken back. */
export function currentVisit({ visits }: OutgoingState): Visit | undefined {
  return visits.find(({ ended }) => !ended);
}
