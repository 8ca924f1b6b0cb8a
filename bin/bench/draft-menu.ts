import type { Place } from '../../workflows/rules/approval/task.ts';
import type { Authority } from '../../workflows/rules/authority/authority.ts';
import type { Chain } from '../../workflows/rules/chain/chain.ts';
import type { FileHash } from '../../workflows/rules/ids.ts';
import { dueCommand, wakeUps } from '../../workflows/rules/outgoing/clocks.ts';
import type { OutgoingCommand } from '../../workflows/rules/outgoing/command.ts';
import { type OutgoingPermitted, permitted } from '../../workflows/rules/outgoing/permitted.ts';
import { currentVisit, type OutgoingState } from '../../workflows/rules/outgoing/state.ts';
import { type Actor, SYSTEM } from '../../workflows/rules/people.ts';
import { at } from './small-menu.ts';
import { postOf } from './small-office.ts';

const reason = 'không thuộc lĩnh vực được phân công';

/** A few people who approve a draft, and what they may try. */
export interface Signers {
  /** Whoever acts: the drafter, the clerk, the administrator, all approvers. */
  readonly people: readonly Actor[];
  readonly chain: Chain;
  /** Whom the world finds for each step. */
  readonly found: Readonly<Record<string, readonly Actor[]>>;
  /** Who may come into a step besides. */
  readonly spare: readonly Actor[];
  readonly places: readonly Place[];
}

/** Every act that somebody may do now with each of its fillings, every answer of the world, and the end of a vote. */
export function draftMenu(of: Signers): (state: OutgoingState) => readonly OutgoingCommand[] {
  return (state) => [
    ...of.people.flatMap((by) => permitted(state, by, at).flatMap((act) => fillings(of, state, act, by))),
    ...answers(of, state),
    ...wakeUps(state)
      .filter(({ timer }) => timer.kind === 'voteOver')
      .map((wakeUp) => dueCommand(wakeUp, wakeUp.at)),
  ];
}

function answers({ found }: Signers, state: OutgoingState): readonly OutgoingCommand[] {
  const visit = currentVisit(state);
  const people = (visit && found[visit.step]) ?? [];
  const answer = (some: readonly Actor[]): OutgoingCommand => ({
    kind: 'approversFound',
    visit: visit?.id ?? -1,
    found: some.map((one) => ({ approver: postOf(one), head: undefined })),
    by: SYSTEM,
  });
  return [answer(people), answer([]), { kind: 'numberAllocated', number: 1, by: SYSTEM }];
}

function fillings(
  { chain, spare, places }: Signers,
  state: OutgoingState,
  { kind, task = -1 }: OutgoingPermitted,
  by: Actor,
): readonly OutgoingCommand[] {
  const steps = chain.steps.map(({ key }) => key);
  const others = spare.map(postOf);
  switch (kind) {
    case 'submit':
      return [{ kind, chain, steps, people: {}, by }];
    case 'save':
      return saved(state, by);
    case 'withdrawSubmission':
    case 'resume':
    case 'issue':
      return [{ kind, by }];
    case 'pause':
      return [{ kind, reason, by }];
    case 'jump':
      return steps.map((step) => ({ kind, step, reason, by }));
    case 'appoint':
      return others.map((one) => ({ kind, people: [one], by }));
    case 'number':
      return [{ kind, series: 'general', notation: 'UBND', by }];
    case 'voidNumber':
      return [{ kind, reason, consent: postOf(by), by }];
    case 'approve':
      return [{ kind, task, opinion: '', by }];
    case 'withdrawAct':
      return [{ kind, task, by }];
    case 'refuse':
    case 'removeSigner':
    case 'letRevise':
      return [{ kind, task, reason, by }];
    case 'sendBack':
      return [{ step: steps[1] ?? '' }, 'previous' as const, 'drafter' as const].map((to) => ({
        ...{ kind, task, to, reason, faults: [], by },
      }));
    case 'transfer':
      return others.map((to) => ({ kind, task, to, opinion: '', by }));
    case 'reassign':
      return others.map((to) => ({ kind, task, to, reason, by }));
    case 'addSigners':
      return places.flatMap((place) =>
        others.map((one) => ({ kind, task, place, people: [one], opinion: '', by })),
      );
    case 'sign': {
      const hash = state.approvedHash ?? ('' as FileHash);
      return [{ kind, task, records: [authorityOf(by)], hash, by }];
    }
    // Beside the way, or an end that is always there and would hide every other.
    case 'copyTo':
    case 'cancel':
    case 'draft':
      return [];
  }
}

function saved({ content, versions }: OutgoingState, by: Actor): readonly OutgoingCommand[] {
  const main = content?.main;
  if (!main) return [];
  const hash = (main.hash === 'a' ? 'b' : 'a') as FileHash;
  return [{ kind: 'save', content: { ...content, main: { ...main, hash } }, base: versions.length, by }];
}

function authorityOf({ agency, post, person }: Actor): Authority {
  const record = { id: 'a', agency, post, person, form: 'KT', types: [], fields: [] } as const;
  return { ...record, from: 0, until: undefined, basis: 'QĐ' };
}
