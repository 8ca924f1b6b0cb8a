import type { AgencyCode, DispatchId, FileHash } from '../ids.ts';
import type { CivilDate } from '../working-time/calendar.ts';

/** 0 thường, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc, 4 hỏa tốc hẹn giờ. */
export type Priority = 0 | 1 | 2 | 3 | 4;

/** Result of checking the signature on arrival (I-R6). */
export type SignatureCheck = 'valid' | 'uncheckable' | 'invalid' | 'unsigned';

export interface AttachedFile {
  readonly hash: FileHash;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** What stands on a received document; read-only once it came through the axis (I-R5). */
export interface Envelope {
  /** How it came: through the axis, or on paper typed in by a clerk (I2). */
  readonly source: 'axis' | 'paper';
  /** Identity given by the sender; empty for paper. With sender and business type it makes a repeat (I-R1). */
  readonly documentId: string;
  readonly businessType: 0 | 1 | 2 | 3;
  readonly to: AgencyCode;
  /** Code of the sender on the axis; empty when it has none. */
  readonly sender: AgencyCode | '';
  /** Author as printed on the document (tác giả). */
  readonly author: string;
  readonly codeNumber: string;
  readonly codeNotation: string;
  readonly issuedOn: CivilDate;
  /** Type by its name in ND30 Art 7, e.g. `Công văn`. */
  readonly type: string;
  readonly subject: string;
  readonly priority: Priority;
  /** 0 thường; anything else must not come over the axis (I-R7). */
  readonly secrecy: 0 | 1 | 2 | 3;
  readonly steering: 0 | 1 | 2;
  /** The sender's DueDate (T-11, X-7). */
  readonly dueOn?: CivilDate;
  /** The sender asks for an answer (I9). */
  readonly replyRequired: boolean;
  readonly field: string;
  readonly signer: string;
  readonly pages: number;
  readonly signature: SignatureCheck;
  readonly files: readonly AttachedFile[];
}

/** Why a document goes back to its sender (I3). */
export type RefusalReason =
  | 'notAuthentic'
  | 'notIntact'
  | 'wrongRecipient'
  | 'incomplete'
  | 'badForm'
  | 'other'
  /** Given only by the product itself (I-R7). */
  | 'secret';

/** Another record of what looks like the same document, found by the server at registration (I-R3). */
export interface Duplicate {
  readonly dispatch: DispatchId;
  readonly number: number;
  readonly year: number;
}

/** What the clerk writes into the register (I4); kept beside what was received (I-R5). */
export interface RegistrationForm {
  /** Series of số đến: `general`, or one that the agency keeps apart (I-R2). */
  readonly register: string;
  readonly type: string;
  readonly author: string;
  readonly codeNumber: string;
  readonly codeNotation: string;
  readonly issuedOn: CivilDate;
  readonly subject: string;
  readonly priority: Priority;
  readonly field: string;
  readonly note: string;
}

type Registrable = Omit<RegistrationForm, 'register' | 'note'> & Partial<RegistrationForm>;

/** What goes into the register of what a clerk typed or of what came (I-R5), blanks at the ends apart. */
export function registrationOf(of: Registrable): RegistrationForm {
  const { register = 'general', issuedOn, priority, note = '' } = of;
  return {
    register,
    type: of.type.trim(),
    author: of.author.trim(),
    codeNumber: of.codeNumber.trim(),
    codeNotation: of.codeNotation.trim(),
    issuedOn,
    subject: of.subject.trim(),
    priority,
    field: of.field.trim(),
    note: note.trim(),
  };
}

export interface Registration extends RegistrationForm {
  readonly number: number;
  readonly year: number;
}

/** An answer to this dispatch (I9, R2). */
export interface Reply {
  readonly code: string;
  readonly issuedOn: CivilDate;
}

/** Số ký hiệu as it is written; nothing of a document that is not there yet. */
export function codeOf(of: Pick<Envelope, 'codeNumber' | 'codeNotation'> | undefined): string {
  return of ? `${of.codeNumber}/${of.codeNotation}` : '';
}
