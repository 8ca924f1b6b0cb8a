import type { Mode } from '../../workflows/rules/approval/mode.ts';
import type { Place } from '../../workflows/rules/approval/task.ts';
import type { Chain, Step } from '../../workflows/rules/chain/chain.ts';
import { isRefusal } from '../../workflows/rules/dispatch/refusal.ts';
import type { DispatchId, FileHash } from '../../workflows/rules/ids.ts';
import type { OutgoingCommand } from '../../workflows/rules/outgoing/command.ts';
import type { Content } from '../../workflows/rules/outgoing/content.ts';
import { decide } from '../../workflows/rules/outgoing/decide.ts';
import { evolve } from '../../workflows/rules/outgoing/evolve.ts';
import { nothingDrafted, type OutgoingState } from '../../workflows/rules/outgoing/state.ts';
import { canonicalDraft } from './canonical-draft.ts';
import { draftMenu, type Signers } from './draft-menu.ts';
import type { SmallCase } from './explorer.ts';
import { at } from './small-menu.ts';
import { AGENCY, calendar, colleague, postOf } from './small-office.ts';

type DraftCase = SmallCase<OutgoingState, OutgoingCommand>;

const drafter = colleague('drafter', 'a', 'officer');
const clerk = colleague('clerk', 'office', 'clerk');
const administrator = colleague('administrator', 'office', 'agencyAdministrator');
const boss = colleague('boss', 'leaders', 'leader');
const approvers = ['p', 'q', 'r', 's'].map((key) => colleague(key, key, 'headOfUnit'));
const spare = colleague('spare', 'b', 'officer');

const content: Content = {
  ...{ type: 'Công văn', field: 'VX', priority: 0, subject: 'V/v báo cáo', links: [], attachments: [] },
  recipients: [{ kind: 'paper', name: 'Ông A', address: 'Bản B' }],
  main: { hash: 'a' as FileHash, name: 'a.docx', type: 'application/pdf', size: 1 },
};

function step(key: string, act: Step['act'], but: Partial<Step> = {}): Step {
  return { key, title: key, act, who: { kind: 'role', role: 'leader' }, ladder: [], when: [], ...but };
}

function chainOf(mode: Mode, but: Partial<Step>): Chain {
  return {
    ...{ id: 'out', agency: AGENCY, name: 'out', direction: 'outgoing', version: 1 },
    steps: [
      step('draft', 'draft'),
      step('first', 'approve'),
      step('decide', 'approve', { mode, ...but }),
      step('sign', 'sign'),
      step('issue', 'issue'),
    ],
    ...{ settlement: [], passOnTypes: [] },
  };
}

function caseOf(name: string, signers: Signers): DraftCase {
  const empty = nothingDrafted(AGENCY, 'o1' as DispatchId);
  const begun = { kind: 'draft', content, drafter: postOf(drafter), calendar, by: drafter } as const;
  const start = after(empty, begun);
  if (!start) throw new Error('it cannot be drafted');
  const isEnd = ({ status }: OutgoingState) => status === 'issued';
  return { name, start, menu: draftMenu(signers), after, isEnd, canonical: canonicalDraft };
}

function after(state: OutgoingState, command: OutgoingCommand): OutgoingState | undefined {
  const answer = decide(state, command, 'firedAt' in command ? command.firedAt : at);
  return isRefusal(answer) || answer.length === 0 ? undefined : answer.reduce(evolve, state);
}

const PLACES: readonly Place[] = ['before', 'after', 'parallel', 'delegated'];

/** So many approvers decide in this mode, between a first approval and the signer; one more may be drawn in. */
function signing(name: string, mode: Mode, many: number, but: Partial<Step> = {}): DraftCase {
  const deciding = approvers.slice(0, many);
  return caseOf(`${many}, ${name}`, {
    people: [drafter, clerk, administrator, boss, ...deciding, spare],
    chain: chainOf(mode, but),
    found: { first: approvers.slice(0, 1), decide: deciding, sign: [boss] },
    spare: [spare],
    places: PLACES,
  });
}

const MODES: Readonly<Record<string, Mode>> = {
  any: { kind: 'any' },
  all: { kind: 'all' },
  sequential: { kind: 'sequential' },
  'ratio 50': { kind: 'ratio', percent: 50 },
  'ratio 60': { kind: 'ratio', percent: 60 },
  'vote 50': { kind: 'vote', percent: 50 },
};

/** Every mode with two to four approvers, and what a chain may say besides. */
export const smallDrafts: readonly DraftCase[] = [
  ...[2, 3, 4].flatMap((many) => Object.entries(MODES).map(([name, mode]) => signing(name, mode, many))),
  signing('all, refused to the step before', { kind: 'all' }, 2, { onRefusal: 'previous' }),
  signing('all, asked once', { kind: 'all' }, 2, { repeat: 'once' }),
];
