import { project } from '../../activities/dispatches/project.ts';
import { postsOf } from '../../store/organisation/people.view.ts';
import type { Command } from '../../workflows/rules/dispatch/command.ts';
import { decide } from '../../workflows/rules/dispatch/decide.ts';
import type { Event } from '../../workflows/rules/dispatch/event.ts';
import { evolve } from '../../workflows/rules/dispatch/evolve.ts';
import { isRefusal } from '../../workflows/rules/dispatch/refusal.ts';
import { emptyState } from '../../workflows/rules/dispatch/state.ts';
import type { DispatchId, PersonId, UnitId } from '../../workflows/rules/ids.ts';
import { type Actor, SYSTEM } from '../../workflows/rules/people.ts';
import { AGENCY, calendar, chain, envelope, form, postOf } from './small-office.ts';

/** Somebody of the trial data as their first post. */
async function actorOf(login: string): Promise<Actor> {
  const [actor] = await postsOf(login as PersonId, Date.now());
  if (!actor) throw new Error(`${login} holds no post`);
  return actor;
}

/** Records so many dispatches that lie with Phòng VX; the engine takes each up when somebody acts on it. */
export async function assignedDispatches(count: number): Promise<readonly DispatchId[]> {
  const [clerk, chief, leader] = await Promise.all(['mai.lt', 'toan.nd', 'hoa.lt'].map(actorOf));
  if (!clerk || !chief || !leader) throw new Error('The people of the trial data are missing');
  const receiver = { kind: 'unit', unit: `${AGENCY}/vx` as UnitId, above: [], name: 'Phòng Văn xã' } as const;
  const before: readonly Command[] = [
    { kind: 'arrive', envelope: envelope(), calendar, chain, by: SYSTEM },
    { kind: 'register', form, chain, duplicates: [], by: clerk },
    { kind: 'present', leader: postOf(leader), opinion: '', by: chief },
    { kind: 'direct', assignments: [{ receiver, role: 'lead' }], opinion: 'Giao chủ trì', by: leader },
  ];
  const ids = Array.from({ length: count }, (_, place) => `bench-${place}` as DispatchId);
  for (const [place, id] of ids.entries()) await recorded(id, before, place + 1);
  return ids;
}

async function recorded(id: DispatchId, commands: readonly Command[], number: number): Promise<void> {
  let state = emptyState(AGENCY, id);
  const events: Event[] = [];
  const [arrive, register, ...rest] = commands;
  for (const command of [
    arrive,
    register,
    { kind: 'numberAllocated', number, by: SYSTEM } as const,
    ...rest,
  ]) {
    if (!command) continue;
    const answer = decide(state, command, Date.now());
    if (isRefusal(answer)) throw new Error(`${command.kind}: ${answer.key}`);
    state = answer.reduce(evolve, state);
    events.push(...answer);
  }
  await project({ state, events, requests: [], notices: [], statuses: [] });
}
