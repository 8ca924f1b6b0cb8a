import { defineSearchAttributeKey, SearchAttributeType, type SearchAttributePair } from '@temporalio/common';
import type { AgencyCode } from '../rules/ids.ts';

/** By these the engine's own pages and lists find cases; every server must know them before the first workflow. */
export const LT_AGENCY = defineSearchAttributeKey('LtAgency', SearchAttributeType.KEYWORD);
export const LT_KIND = defineSearchAttributeKey('LtKind', SearchAttributeType.KEYWORD);

/** What a dispatch of an agency is found by. */
export function dispatchAttributes(agency: AgencyCode): SearchAttributePair[] {
  return [
    { key: LT_AGENCY, value: agency },
    { key: LT_KIND, value: 'incoming' },
  ];
}
