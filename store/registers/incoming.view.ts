import type { DispatchStatus } from '../../workflows/rules/dispatch/state.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import { keysOf, SCOPE } from '../../workflows/rules/permission/keys.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { type Dispatch, DispatchModel } from '../dispatches/dispatch.model.ts';
import { RowModel } from '../dispatches/row.model.ts';
import { between, searchFilter } from './register.view.ts';

/** The stages of "Văn bản đến", in the order of its life. */
export type Stage = 'toRegister' | 'toPresent' | 'working' | 'done';

const STATUSES: Readonly<Record<Stage, readonly DispatchStatus[]>> = {
  toRegister: ['arrived', 'registering'],
  toPresent: ['registered'],
  working: ['presented', 'assigned', 'inProgress'],
  done: ['completed', 'refused', 'linked', 'discarded'],
};

export interface IncomingPart {
  readonly stage: Stage;
  readonly arrivedFrom: Instant | undefined;
  readonly arrivedBefore: Instant | undefined;
  readonly text: string | undefined;
}

/** Documents of the actor's agency in a stage that their keys open: waiting ones oldest first, done ones newest. */
export async function incomingOf(
  actor: Actor,
  { stage, arrivedFrom, arrivedBefore, text }: IncomingPart,
  skip: number,
  limit: number,
): Promise<readonly Dispatch[]> {
  const arrivedAt = between('$lt', arrivedFrom, arrivedBefore);
  const filter = { ...(await opened(actor, stage)), ...(arrivedAt && { arrivedAt }), ...searchFilter(text) };
  const order = stage === 'done' ? -1 : 1;
  return DispatchModel.find(filter).sort({ arrivedAt: order }).skip(skip).limit(limit).lean();
}

/** How many wait in a stage. */
export async function countIncoming(actor: Actor, stage: Stage): Promise<number> {
  return DispatchModel.countDocuments(await opened(actor, stage));
}

/** The desk, the leaders and the supervisors see all of their agency; others what lay with them (P-4). */
async function opened(actor: Actor, stage: Stage) {
  const { agency } = actor;
  const keys = keysOf(actor);
  const filter = { agency, status: { $in: STATUSES[stage] }, readers: { $in: keys } };
  if (seesRegister(actor)) return filter;
  const mine = await RowModel.distinct('dispatch', { holders: { $in: keys } });
  return { ...filter, _id: { $in: mine } };
}

/** Whether the post reads the whole register of its agency: its keys open every document in it. */
export function seesRegister({ roles }: Actor): boolean {
  return roles.some((role) => SCOPE.includes(role));
}
