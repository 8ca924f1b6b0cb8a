import {
  type AttachedFile,
  type Envelope,
  type Priority,
  type RegistrationForm,
  registrationOf,
} from '../../workflows/rules/dispatch/envelope.ts';
import type { AgencyCode } from '../../workflows/rules/ids.ts';
import type { PaperForm } from './paper.schema.ts';

/** What stands on a paper, as the clerk read it. */
export function envelopeOf(paper: PaperForm, to: AgencyCode, files: readonly AttachedFile[]): Envelope {
  const { dueOn, replyRequired, signer, pages } = paper;
  const { author, codeNumber, codeNotation, issuedOn, type, subject, priority, field } =
    paperRegistration(paper);
  return {
    ...{ source: 'paper', documentId: '', businessType: 0, to, sender: '' },
    ...{ author, codeNumber, codeNotation, issuedOn, type, subject, priority, field },
    ...{ secrecy: 0, steering: 0, replyRequired, signer: signer.trim(), pages, signature: 'unsigned', files },
    ...(dueOn !== undefined && { dueOn }),
  };
}

/** What goes into the register. */
export function paperRegistration(paper: PaperForm): RegistrationForm {
  return registrationOf({ ...paper, priority: Number(paper.priority) as Priority });
}
