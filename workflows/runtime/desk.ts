import type { Batch, Keyed, Recorded } from '../contract/activities.ts';
import type { DispatchInput, Request } from '../contract/dispatch.contract.ts';
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
import { ask, askForGood } from './world.ts';

/** Effects that ask or tell the world one thing at a time; the others are written with the record. */
type Errand = Exclude<Effect, { kind: 'notify' | 'reportStatus' }>;

/** A request and what came of it: the revision it led to, which may not be written yet, or why it was refused. */
export interface Heard extends Request {
  answer: number | Refusal;
}

/** One dispatch on its desk: the state, what is decided but not yet written, and what is asked of the world. */
export class Desk {
  state: DispatchState;
  /** Revision up to which the record is written. */
  written: number;
  /** The record cannot be written at the moment. */
  behind = false;
  /** Written requests with the revisions they led to. */
  readonly answered: Map<string, number>;
  private readonly clockOffset: number;
  private readonly rested: () => void;
  private busy = false;
  private news: { readonly heard: Promise<void>; readonly tell: () => void } | undefined;
  private readonly waiting = new Map<string, Heard>();
  private doubted = false;
  private rung = false;
  private events: Event[] = [];
  private errands: Keyed<Errand>[] = [];
  private notices: Batch['notices'][number][] = [];
  private statuses: Batch['statuses'][number][] = [];

  /** @param rested called whenever nothing is left to be done */
  constructor({ state, answered, clockOffset }: DispatchInput, rested: () => void) {
    this.state = state;
    this.written = state.revision;
    this.answered = new Map(answered);
    this.clockOffset = clockOffset;
    this.rested = rested;
  }

  /** Whether a request would be refused now (the update's validator). */
  refusalOf({ key, command, at }: Request): Refusal | undefined {
    const answer = this.answered.get(key) ?? decide(this.state, command, at);
    return isRefusal(answer) ? answer : undefined;
  }

  /** Decides a request; under a key that was heard before it is the same request (U-2). */
  hear(request: Request): Heard {
    const heard = this.waiting.get(request.key) ?? this.answer({ ...request, answer: 0 });
    void this.work();
    return heard;
  }

  /** Waits until nothing more can come of it, or the record is known to be away. */
  async settled(heard: Heard): Promise<void> {
    while (!this.isSettled(heard) && !this.behind) await this.nextNews();
  }

  /** Whether nothing more can come of it. */
  isSettled({ answer }: Heard): boolean {
    return isRefusal(answer) || answer <= this.written;
  }

  /** The alarm rang: every level that is due by now fires. */
  ring(): void {
    this.rung = true;
    void this.work();
  }

  /** The record may have gone on without this desk. */
  doubt(): void {
    this.doubted = true;
    void this.work();
  }

  isBusy(): boolean {
    return this.busy;
  }

  /**
   * Runs errands first, since their answers belong into the same batch, then writes the record. One round at a time:
   * what comes meanwhile is done in it.
   */
  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    while (this.doubted || this.rung || this.events.length + this.errands.length > 0) {
      const errand = this.doubted ? undefined : this.errands.shift();
      if (this.doubted) await this.reread();
      else if (errand) await this.run(errand);
      else if (this.rung) await this.fireDue();
      else await this.write();
    }
    this.busy = false;
    this.rested();
  }

  private answer(heard: Heard): Heard {
    const { key, command, at } = heard;
    heard.answer = this.answered.get(key) ?? this.take(command, at);
    if (!this.isSettled(heard)) this.waiting.set(key, heard);
    return heard;
  }

  /** Decides a command and takes what happened into the state; a refusal changes nothing (U-3). */
  private take(command: Command, at: number): number | Refusal {
    const answer = decide(this.state, command, at);
    if (isRefusal(answer)) return answer;
    for (const event of answer) {
      this.state = evolve(this.state, event);
      this.events.push(event);
      effects(event, this.state).forEach((effect, index) => {
        this.queue(effect, event, `${event.revision}.${index}`);
      });
    }
    return this.state.revision;
  }

  private queue(what: Effect, event: Event, effect: string): void {
    if (what.kind === 'notify') this.notices.push({ ...what, effect, event });
    else if (what.kind === 'reportStatus') this.statuses.push({ ...what, effect, at: event.at });
    else this.errands.push({ ...what, effect });
  }

  private async run(errand: Keyed<Errand>): Promise<void> {
    const { agency, id: dispatch } = this.state;
    switch (errand.kind) {
      case 'allocateNumber': {
        const { register, year, effect } = errand;
        const [key, written] = [`${dispatch}/${effect}`, this.written];
        const number = await askForGood('allocateNumber', { key, agency, dispatch, written, register, year });
        if (number === undefined) this.doubt();
        else this.take({ kind: 'numberAllocated', number, by: SYSTEM }, this.state.changedAt);
        break;
      }
      case 'countAssignees': {
        const row = this.state.rows[errand.row];
        if (!row) break;
        const found = await ask('countAssignees', { agency, receiver: row.receiver }, this.late);
        this.take({ kind: 'assigneesCounted', row: row.id, found, by: SYSTEM }, this.state.changedAt);
        break;
      }
      case 'tellDispatch':
        await tell(agency, errand.dispatch, errand.command, this.clockOffset);
        break;
    }
    this.behind = false;
  }

  /** Earlier levels first, each with the instant it was due (T-14). */
  private async fireDue(): Promise<void> {
    this.rung = false;
    const now = (await askForGood('instant', undefined)) + this.clockOffset;
    for (let next = wakeUps(this.state)[0]; next && next.at <= now; next = wakeUps(this.state)[0]) {
      this.take(levelDue(next, now), next.at);
    }
  }

  private async write(): Promise<void> {
    const { state, events, notices, statuses } = this;
    const requests = [...this.waiting].flatMap(([key, { answer }]) =>
      isRefusal(answer) ? [] : [{ key, revision: answer }],
    );
    this.clear();
    const instead = await ask('project', { state, events, requests, notices, statuses }, this.late);
    this.behind = false;
    if (instead) this.goOnFrom(instead);
    else this.wrote(state.revision, requests);
  }

  private wrote(revision: number, requests: Batch['requests']): void {
    this.written = revision;
    for (const request of requests) {
      this.answered.set(request.key, request.revision);
      this.waiting.delete(request.key);
    }
    this.tellNews();
  }

  private async reread(): Promise<void> {
    const { agency, id: dispatch } = this.state;
    const record = await ask('recorded', { agency, dispatch }, this.late);
    this.behind = false;
    this.doubted = false;
    if (record.state.revision > this.written) this.goOnFrom(record);
  }

  /** Takes the record's word for what happened, and decides anew what it does not know. */
  private goOnFrom({ state, answered }: Recorded): void {
    this.clear();
    this.errands = [];
    this.state = state;
    this.written = state.revision;
    for (const [key, revision] of answered) this.answered.set(key, revision);
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const heard of waiting) this.answer(heard);
    this.tellNews();
  }

  private clear(): void {
    this.events = [];
    this.notices = [];
    this.statuses = [];
  }

  private readonly late = (): void => {
    this.behind = true;
    this.tellNews();
  };

  /** One promise for all who wait: in a workflow they are dear. */
  private nextNews(): Promise<void> {
    if (!this.news) {
      const { promise: heard, resolve: tell } = Promise.withResolvers<undefined>();
      this.news = {
        heard,
        tell: () => {
          tell(undefined);
        },
      };
    }
    return this.news.heard;
  }

  private tellNews(): void {
    this.news?.tell();
    this.news = undefined;
  }
}
