import { type Refusal, refuse } from '../dispatch/refusal.ts';
import { lengthFault, reasonFault } from '../dispatch/texts.ts';
import type { Instant } from '../working-time/calendar.ts';
import { openStep } from './advance.ts';
import type { OutgoingCommandOf } from './command.ts';
import { type Content, recipientKey } from './content.ts';
import { begin, record } from './decision.ts';
import type { OutgoingEvent } from './event.ts';
import type { OutgoingState } from './state.ts';
import { type ApprovalStep, stepsOf } from './steps.ts';

type Answer = readonly OutgoingEvent[] | Refusal;

/** O1: a draft may begin with little; O2 asks for the rest. */
export function startDraft(
  state: OutgoingState,
  command: OutgoingCommandOf<'draft'>,
  at: Instant,
): readonly OutgoingEvent[] {
  const { content, drafter, calendar } = command;
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'drafted', content, drafter, calendar });
  return decision.events;
}

/** O1, O6: what was edited from an older version is not saved over a newer one. */
export function save(state: OutgoingState, command: OutgoingCommandOf<'save'>, at: Instant): Answer {
  const { content, base } = command;
  const latest = state.versions.at(-1);
  if (!latest) return refuse('O1', 'wrongStatus', { status: state.status });
  if (base !== latest.number) {
    const by = 'name' in latest.by ? latest.by.name : '';
    return refuse('U-5', 'draftChanged', { by, at: latest.at, version: latest.number });
  }
  if (JSON.stringify(content) === JSON.stringify(state.content)) return [];
  const isApproved = state.status === 'awaitingSignature';
  const fault = isApproved ? contentFault(content) : undefined;
  if (fault) return fault;
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'draftSaved', content, version: latest.number + 1 });
  if (isApproved) openStep(decision, approvedAnew(state, decision.state));
  return decision.events;
}

/**
 * O6: the last approval is given anew; a change that sends the draft another way lets it begin from the first step, and
 * one that leads to no signer leaves it to its drafter.
 */
function approvedAnew(before: OutgoingState, after: OutgoingState): ApprovalStep | undefined {
  const steps = stepsOf(after);
  if (!steps.some(({ act }) => act === 'sign')) return undefined;
  const keys = (state: OutgoingState) => stepsOf(state).map(({ key }) => key);
  const sameWay = keys(before).join() === keys(after).join();
  return (sameWay ? steps.findLast(({ act }) => act === 'approve') : undefined) ?? steps[0];
}

/** O2 */
export function submit(state: OutgoingState, command: OutgoingCommandOf<'submit'>, at: Instant): Answer {
  const { chain, steps, people } = command;
  if (chain.direction !== 'outgoing' || chain.agency !== state.agency) return refuse('O2', 'wrongChain');
  const fault = contentFault(state.content);
  if (fault) return fault;
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'submitted', chain, steps, people });
  const way = stepsOf(decision.state);
  if (!way.some(({ act }) => act === 'sign'))
    return refuse('O2', 'chainWithoutSigner', { chain: chain.name });
  openStep(decision, way[0]);
  return decision.events;
}

const REQUIRED = ['type', 'field', 'subject'] as const;

function contentFault(content: Content | undefined): Refusal | undefined {
  const missing = REQUIRED.find((field) => !content?.[field].trim());
  if (!content || missing) return refuse('O2', 'fieldMissing', { field: missing ?? 'type' });
  if (!content.main) return refuse('O2', 'mainFileMissing', { field: 'main' });
  if (content.recipients.length === 0) return refuse('O2', 'recipientsMissing', { field: 'recipients' });
  const keys = content.recipients.map(recipientKey);
  const twice = content.recipients.find((one, index) => keys.indexOf(recipientKey(one)) !== index);
  if (twice) return refuse('O2', 'recipientTwice', { field: 'recipients', name: twice.name });
  return lengthFault('O2', 'subject', content.subject, 1, 500);
}

/** O13 */
export function withdrawSubmission(
  state: OutgoingState,
  command: OutgoingCommandOf<'withdrawSubmission'>,
  at: Instant,
): readonly OutgoingEvent[] {
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'submissionWithdrawn' });
  return decision.events;
}

/** O14 */
export function cancel(state: OutgoingState, command: OutgoingCommandOf<'cancel'>, at: Instant): Answer {
  const fault = reasonFault('O14', command.reason);
  if (fault) return fault;
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'cancelled', reason: command.reason.trim() });
  return decision.events;
}
