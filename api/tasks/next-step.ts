import type { InboxLine } from '../../store/dispatches/row.model.ts';
import type { InboxTab } from '../../workflows/rules/permission/keys.ts';

/** The usual act on a row: done at once where it asks for nothing, else a form or the dispatch itself. */
export type NextStep =
  | { readonly kind: 'button'; readonly act: 'read' | 'accept' | 'claim' }
  | { readonly kind: 'form'; readonly act: 'register' | 'present' | 'direct' | 'forward' | 'complete' }
  | { readonly kind: 'look'; readonly verb: 'look' | 'follow' };

/** What the holder of a row is most likely to do with it next; the dispatch page has everything else. */
export function nextStep(line: InboxLine, tab: InboxTab): NextStep {
  if (line.state === 'suspended') return look('look');
  if (line.state === 'forwarded') return look('follow');
  if (tab === 'unit') return { kind: 'button', act: 'claim' };
  if (line.row === 0) return deskStep(line);
  if (line.role === 'inform') return { kind: 'button', act: 'read' };
  // A unit's head and one whose forwarding came back hand the work on; an officer does it.
  if (line.state === 'cameBack' || (line.unitRow !== undefined && !line.claimed)) return form('forward');
  if (line.role === 'lead' && line.status === 'assigned') return { kind: 'button', act: 'accept' };
  return form('complete');
}

function deskStep({ status, person }: InboxLine): NextStep {
  if (status === 'registering') return look('look');
  if (status === 'arrived') return form('register');
  // In a post's hands it waits for the leader's words, on the desk for somebody to present it.
  return form(person === undefined ? 'present' : 'direct');
}

const form = (act: Extract<NextStep, { kind: 'form' }>['act']): NextStep => ({ kind: 'form', act });

const look = (verb: Extract<NextStep, { kind: 'look' }>['verb']): NextStep => ({ kind: 'look', verb });
