import type { Batch, Keyed } from '../contract/activities.ts';
import type { Request } from '../contract/dispatch.contract.ts';
import { levelDue, wakeUps } from '../rules/dispatch/clocks.ts';
import type { Command } from '../rules/dispatch/command.ts';
import { decide } from '../rules/dispatch/decide.ts';
import { type Effect, effects } from '../rules/dispatch/effects.ts';
import type { Event } from '../rules/dispatch/event.ts';
import { evolve } from '../rules/dispatch/evolve.ts';
import { isRefusal, type Refusal } from '../rules/dispatch/refusal.ts';
import type { DispatchState } from '../rules/dispatch/state.ts';
import { SYSTEM } from '../rules/people.ts';
import { tell } from './tell.ts';
import { ask } from './world.ts';

/** Effects that ask or tell the world one thing at a time; the others are written with the record. */
type Errand = Exclude<Effect, { kind: 'notify' | 'reportStatus' }>;

/** One dispatch on its desk: the state, what is decided but not yet written, and what is asked of the world. */
export class Desk {
  state: DispatchState;
  /** Revision up to which the record is written. */
  written: number;
  /** The record cannot be written at the moment. */
  behind = false;
  private readonly clockOffset: number;
  private events: Event[] = [];
  private requests: Batch['requests'][number][] = [];
  private errands: Keyed<Errand>[] = [];
  private notices: Batch['notices'][number][] = [];
  private statuses: Batch['statuses'][number][] = [];

  constructor(state: DispatchState, clockOffset: number) {
    this.state = state;
    this.clockOffset = clockOffset;
    this.written = state.revision;
  }

  /** Decides a command and takes what happened into the state; a refusal changes nothing (U-3). */
  take(command: Command, at: number, key?: string): number | Refusal {
    const answer = decide(this.state, command, at);
    if (isRefusal(answer)) return answer;
    for (const event of answer) {
      this.state = evolve(this.state, event);
      this.events.push(event);
      effects(event, this.state).forEach((effect, index) => {
        this.queue(effect, event, `${event.revision}.${index}`);
      });
    }
    if (key !== undefined && answer.length > 0) this.requests.push({ key, revision: this.state.revision });
    return this.state.revision;
  }

  /** Fires every level that is due; earlier ones first, each with the instant it was due (T-14). */
  fireDue(now: number): void {
    for (let next = wakeUps(this.state)[0]; next && next.at <= now; next = wakeUps(this.state)[0]) {
      this.take(levelDue(next, now), next.at);
    }
  }

  hasWork(): boolean {
    return this.events.length + this.errands.length > 0;
  }

  /** Runs errands first, since their answers belong into the same batch, then writes the record. */
  async work(now: () => number): Promise<void> {
    while (this.hasWork()) {
      const errand = this.errands.shift();
      if (errand) await this.run(errand, now);
      else await this.write();
    }
  }

  private queue(what: Effect, event: Event, effect: string): void {
    if (what.kind === 'notify') this.notices.push({ ...what, effect, event });
    else if (what.kind === 'reportStatus') this.statuses.push({ ...what, effect, at: event.at });
    else this.errands.push({ ...what, effect });
  }

  private async run(errand: Keyed<Errand>, now: () => number): Promise<void> {
    const { agency, id } = this.state;
    const key = `${id}/${errand.effect}`;
    const late = () => {
      this.behind = true;
    };
    switch (errand.kind) {
      case 'allocateNumber': {
        const { register, year } = errand;
        const number = await ask('allocateNumber', { key, agency, register, year }, late);
        this.take({ kind: 'numberAllocated', number, by: SYSTEM }, now());
        break;
      }
      case 'countAssignees': {
        const row = this.state.rows[errand.row];
        if (!row) break;
        const found = await ask('countAssignees', { agency, receiver: row.receiver }, late);
        this.take({ kind: 'assigneesCounted', row: row.id, found, by: SYSTEM }, now());
        break;
      }
      case 'tellDispatch':
        await tell(agency, errand.dispatch, errand.command, this.clockOffset);
        break;
    }
    this.behind = false;
  }

  private async write(): Promise<void> {
    const { state, events, requests, notices, statuses } = this;
    this.events = [];
    this.requests = [];
    this.notices = [];
    this.statuses = [];
    await ask('project', { state, events, requests, notices, statuses }, () => {
      this.behind = true;
    });
    this.behind = false;
    this.written = state.revision;
  }
}

/** Whether an act under this key would be refused now (the update's validator). */
export function refusalOf(state: DispatchState, { command }: Request, at: number): Refusal | undefined {
  const answer = decide(state, command, at);
  return isRefusal(answer) ? answer : undefined;
}
