import type { z } from 'zod';
import type { Assignment, CommandOf } from '../../workflows/rules/dispatch/command.ts';
import { directsInOwnName } from '../../workflows/rules/dispatch/owners.ts';
import type { Receiver } from '../../workflows/rules/dispatch/row.ts';
import type { ActForm, Fault, FormModel, Opened } from './act-form.ts';
import { chosenLeader, leaderField } from './choices.ts';
import { deadlineView } from './deadline.presenter.ts';
import { dueField, dueOf, isFault, ownDueOf } from './due-field.ts';
import { actPath } from './dispatches.paths.ts';
import * as schemas from './dispatches.schema.ts';
import { options } from './fields.ts';
import { candidatesOf, habitsOf, receiverOf } from './receivers.ts';
import { receiverGroups } from './receivers.presenter.ts';

type Direct = z.output<typeof schemas.direct>;
type Typed = Direct | z.output<typeof schemas.forward>;
type Assigning = Pick<CommandOf<'direct'>, 'assignments' | 'opinion' | 'confirmLater'>;

/** Opinions that leaders write again and again; their keys below `dispatches:phrase`. */
const PHRASES = ['advise', 'study', 'report', 'coordinate', 'inform'] as const;

/** I7: bút phê. An assistant enters the words of a leader who is named. */
export const direct: ActForm<typeof schemas.direct> = {
  kind: 'direct',
  view: 'dispatches/assign',
  schema: schemas.direct,
  ask: (opened) => assignModel(opened, 'direct', !directsInOwnName(opened.state, opened.actor)),
  act: async (input, opened) => {
    const assigning = await assigningOf(input, opened);
    if ('kind' in assigning) return assigning;
    if (input.leader === undefined) return { kind: 'direct', ...assigning };
    const leader = await chosenLeader(opened, 'leader', input.leader);
    return leader.kind === 'post' ? { kind: 'direct', ...assigning, leader } : leader;
  },
};

/** I7b: the leader is informed. */
export const passOn: ActForm<typeof schemas.direct> = {
  kind: 'passOn',
  view: 'dispatches/assign',
  schema: schemas.direct,
  ask: (opened) => assignModel(opened, 'passOn', true),
  act: async (input, opened) => {
    const assigning = await assigningOf(input, opened);
    if ('kind' in assigning) return assigning;
    const leader = await chosenLeader(opened, 'leader', input.leader ?? '');
    return leader.kind === 'post' ? { kind: 'passOn', ...assigning, leader } : leader;
  },
};

/** R1 */
export const forward: ActForm<typeof schemas.forward> = {
  kind: 'forward',
  view: 'dispatches/assign',
  schema: schemas.forward,
  ask: (opened) => assignModel(opened, 'forward', false),
  act: async (input, opened) => {
    const assigning = await assigningOf(input, opened);
    if ('kind' in assigning) return assigning;
    const { row, closeWhenRead } = input;
    return { kind: 'forward', row, ...assigning, ...(closeWhenRead !== undefined && { closeWhenRead }) };
  },
};

async function assignModel(
  opened: Opened,
  kind: 'direct' | 'passOn' | 'forward',
  asksLeader: boolean,
): Promise<FormModel> {
  const { state, actor, row, t, typed } = opened;
  const { roles, own } = choices(opened);
  const [candidates, habits] = await Promise.all([candidatesOf(state.agency, opened.now), habitsOf(opened)]);
  const held = row ?? state.rows[0];
  const unit = kind === 'forward' ? actor.unit : undefined;
  const chosen = {
    roles,
    own,
    habits,
    unit,
    search: typed('search') ?? '',
    holder: held ? keyOf(held.receiver) : '',
  };
  const phrase = typed('phrase');
  return {
    fields: asksLeader ? [await leaderField(opened, 'leader', directedBy(opened))] : [],
    groups: receiverGroups(candidates, chosen, t),
    search: chosen.search,
    roles: [...schemas.ROLES, 'none'].map((value) => ({ value, label: t(`dispatches:role.${value}`) })),
    opinion: { value: typed('opinion') ?? '', required: kind === 'direct' },
    phrases: options(PHRASES, (one) => t(`dispatches:phrase.${one}`), phrase),
    due: dueField(opened, kind === 'forward' ? row?.id : undefined, 'none'),
    limits: limits(opened),
    asksReading: kind === 'forward',
    closeWhenRead: typed('closeWhenRead') === 'true',
    draftPath: `${actPath(state.id, kind, row?.id)}/draft`,
  };
}

/** The deadlines that bound the new ones: the row's or the agency's own, and the sender's (T-11). */
function limits(opened: Opened) {
  const { state, row, t } = opened;
  const deadline = (row ?? state.rows[0])?.clock?.deadline;
  const above = deadline && deadlineView(opened, deadline);
  const dueOn = state.envelope?.dueOn;
  return [
    ...(above ? [{ ...above, label: t(row ? 'dispatches:due.ofRow' : 'dispatches:due.ofDispatch') }] : []),
    ...(dueOn === undefined
      ? []
      : [{ label: t('dispatches:field.dueOn'), date: dueOn.split('-').toReversed().join('/') }]),
  ];
}

function directedBy({ state }: Opened) {
  const holder = state.rows[0]?.receiver;
  return holder?.kind === 'post' ? holder.post : undefined;
}

/** What was chosen so far, as the loose form of a page holds it. */
function choices({ visit }: Opened): Pick<Typed, 'own'> & { roles: Readonly<Record<string, string>> } {
  const { receivers, own } = visit.input as {
    receivers?: Record<string, string>;
    own?: Record<string, string>;
  };
  return { roles: receivers ?? {}, own: own ?? {} };
}

async function assigningOf(input: Typed, opened: Opened): Promise<Assigning | Fault> {
  const due = dueOf(input, opened);
  if (isFault(due)) return due;
  const assignments: Assignment[] = [];
  for (const [key, role] of Object.entries(input.receivers)) {
    if (role === 'none') continue;
    const receiver = await receiverOf(key, opened);
    if (receiver.kind === 'invalid' || receiver.kind === 'refused') return receiver;
    const own = ownDueOf(key, input, opened);
    if (isFault(own)) return own;
    const date = own ?? due;
    assignments.push({ receiver, role, ...(date && role !== 'inform' && { due: date }) });
  }
  const { opinion, phrase, confirmLater } = input;
  const known = PHRASES.find((one) => one === phrase);
  const said = opinion.trim() === '' && known ? opened.t(`dispatches:phrase.${known}`) : opinion;
  return { assignments, opinion: said, ...(confirmLater !== undefined && { confirmLater }) };
}

function keyOf(receiver: Receiver): string {
  if (receiver.kind === 'step') return '';
  return receiver.kind === 'unit' ? `unit:${receiver.unit}` : `post:${receiver.post}`;
}
