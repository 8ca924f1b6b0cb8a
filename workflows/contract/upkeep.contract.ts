import type { AgencyCode, DispatchId } from '../rules/ids.ts';

/** Name under which the worker registers the recalculation after a change of calendar (T-12). */
export const RECALCULATION_WORKFLOW = 'recalculation';

/** One for each entered change, however often it is asked for. */
export function recalculationId(agency: AgencyCode, key: string): string {
  return `recalculation/${agency}/${key}`;
}

export interface RecalculationInput {
  readonly agency: AgencyCode;
  /** The request key under which the change is entered. */
  readonly key: string;
  /** Added to the engine's clock by the cases that are taken up again. */
  readonly clockOffset: number;
  /** Of a continued run: the agencies still to go through, the first one from a dispatch on. */
  readonly left?: readonly { readonly agency: AgencyCode; readonly after: DispatchId | '' }[];
}
