import type { Act } from '../../workflows/rules/dispatch/command.ts';
import type { RowId } from '../../workflows/rules/ids.ts';

/** Acts that have an address of their own: reading is one of its own kind, papers are entered elsewhere. */
export type ActKind = Exclude<Act['kind'], 'enterPaper' | 'attachCopy' | 'read'>;

/** The last part of an act's address; acts on a row stand below that row. */
const SLUGS = {
  register: 'register',
  refuse: 'refuse',
  link: 'link',
  discard: 'discard',
  undoRegistration: 'undo-registration',
  present: 'present',
  passOn: 'pass-on',
  direct: 'direct',
  settle: 'settle',
  returnToSender: 'return-to-sender',
  reopen: 'reopen',
  accept: 'rows/:row/accept',
  forward: 'rows/:row/forward',
  complete: 'rows/:row/complete',
  report: 'rows/:row/report',
  giveBack: 'rows/:row/give-back',
  claim: 'rows/:row/claim',
  release: 'rows/:row/release',
  changeRow: 'rows/:row/change',
  withdraw: 'rows/:row/withdraw',
  suspend: 'rows/:row/suspend',
  resume: 'rows/:row/resume',
} as const satisfies Record<ActKind, string>;

export const dispatchPaths = {
  one: '/dispatches/:id',
  file: '/dispatches/:id/files/:hash',
  read: '/dispatches/:id/read',
  deadlinePreview: '/dispatches/:id/deadline-preview',
  /** What others did since a page was shown. */
  changes: '/dispatches/:id/changes',
} as const;

/** Address pattern of an act, for the route table. */
export function actPattern(kind: ActKind): string {
  return `${dispatchPaths.one}/${SLUGS[kind]}`;
}

export function dispatchPath(id: string): string {
  return dispatchPaths.one.replace(':id', encodeURIComponent(id));
}

/** Where an open page asks what others did after a revision. */
export function changesPath(id: string, since: number, typing: boolean): string {
  return `${dispatchPath(id)}/changes?since=${since}${typing ? '&typing=true' : ''}`;
}

/** Where an act on a dispatch, or on one of its rows, is done: its form at GET, the act at POST. */
export function actPath(id: string, kind: ActKind, row?: RowId): string {
  return `${dispatchPath(id)}/${SLUGS[kind].replace(':row', String(row))}`;
}

/** A file of a dispatch, for its readers. */
export function filePath(id: string, hash: string): string {
  return `${dispatchPath(id)}/files/${hash}`;
}
