import type { AttachedFile, Priority } from '../dispatch/envelope.ts';
import type { AgencyCode, DispatchId } from '../ids.ts';

/** To whom it goes: an agency that the product or the axis reaches, else by paper or mail (O11). */
export type Recipient =
  | { readonly kind: 'agency'; readonly code: AgencyCode; readonly name: string }
  | { readonly kind: 'paper'; readonly name: string; readonly address: string }
  | { readonly kind: 'mail'; readonly name: string; readonly address: string };

/** Another document that this one answers, replaces or corrects. */
export interface Link {
  readonly kind: 'answers' | 'replaces' | 'corrects';
  readonly dispatch: DispatchId;
  /** Number and notation as shown, e.g. `640/BYT-KHTC`. */
  readonly code: string;
}

/** What is being drafted (O1; ND30 PL VI). */
export interface Content {
  /** Type by its name in ND30 Art 7, e.g. `Công văn`. */
  readonly type: string;
  readonly field: string;
  readonly priority: Priority;
  readonly subject: string;
  readonly recipients: readonly Recipient[];
  readonly links: readonly Link[];
  /** Exactly one before it is submitted (O2). */
  readonly main: AttachedFile | undefined;
  readonly attachments: readonly AttachedFile[];
}

/** What tells one recipient from another. */
export function recipientKey(recipient: Recipient): string {
  return recipient.kind === 'agency'
    ? recipient.code
    : `${recipient.kind} ${recipient.name.trim().toLowerCase()} ${recipient.address.trim().toLowerCase()}`;
}
