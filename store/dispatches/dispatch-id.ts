import { createHash } from 'node:crypto';
import type { Envelope } from '../../workflows/rules/dispatch/envelope.ts';
import type { AgencyCode, DispatchId } from '../../workflows/rules/ids.ts';

/** The case of a document in the agency that received it: the same message any number of times is one (I-R1). */
export function arrivalId({ to, sender, documentId, businessType }: Envelope): DispatchId {
  return idOf('arrival', to, sender, documentId, String(businessType));
}

/** The case of a paper that is typed in: the same form sent twice makes one (U-2). */
export function paperId(agency: AgencyCode, requestKey: string): DispatchId {
  return idOf('paper', agency, requestKey);
}

function idOf(...parts: readonly string[]): DispatchId {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32) as DispatchId;
}
