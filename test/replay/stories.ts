import type { DispatchId } from '../../workflows/rules/ids.ts';
import {
  arrives,
  asksNumber,
  completes,
  directs,
  forwards,
  inform,
  lead,
  links,
  presents,
  reopens,
  reports,
  resumes,
  returns,
  suspends,
} from '../builders/deeds.ts';
import { hoa, mai, minh, pao, toan, trang, u, vx } from '../builders/people.ts';
import type { Deed } from '../builders/story.ts';

/** What happens to a dispatch; a text lets so much time pass. */
type Life = readonly (Deed | string)[];

const directed: Life = [
  arrives(),
  asksNumber(mai),
  presents(toan, hoa),
  directs(hoa, [lead(vx, { kind: 'workingDays', days: 2 })]),
];
const forwarded: Life = [...directed, forwards(minh, [lead(trang), lead(pao), inform(u)])];
const due = { kind: 'workingDays', days: 2 } as const;

/** Lives of dispatches whose histories every later version must be able to follow. */
export const STORIES: Readonly<Record<string, Life>> = {
  completed: [...forwarded, reports(trang, 50), completes(trang), '3 days', completes(pao)],
  'came-back': [...forwarded, returns(pao), returns(trang), '8 days', completes(minh)],
  suspended: [...directed, suspends(hoa, vx), '4 days', resumes(hoa, vx), '4 days', completes(minh)],
  reopened: [...directed, completes(minh), '1 day', reopens(hoa, due), '6 days', completes(minh)],
  linked: [arrives(), '1 hour', links(mai, { dispatch: 'came-back' as DispatchId, number: 1, year: 2026 })],
};

/** One that goes on as a new run again and again. */
export const CONTINUED: typeof STORIES = {
  continued: [
    ...directed,
    ...[10, 20, 30, 40, 50, 60].map((percent) => reports(minh, percent)),
    completes(minh),
  ],
};
