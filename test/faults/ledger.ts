import { setTimeout as pause } from 'node:timers/promises';
import { stateOf } from '../../store/dispatches/dispatch.view.ts';
import type { Answered } from '../../workflows/contract/dispatch.contract.ts';
import { isRefusal, type Refusal } from '../../workflows/rules/dispatch/refusal.ts';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import { agencies } from '../builders/people.ts';
import type { Deed } from '../builders/story.ts';
import type { Stage } from './stage.ts';

/** One act that the product said it did. */
export interface Acknowledged extends Answered {
  readonly dispatch: DispatchId;
  readonly key: string;
}

/** People at work who send an act again, as it was and under its key, until they have an answer; each answer is kept. */
export class Ledger {
  readonly acknowledged: Acknowledged[] = [];
  private readonly stage: Stage;
  private sent = 0;
  private closed = false;

  constructor(stage: Stage) {
    this.stage = stage;
  }

  /** Everybody goes home, with or without an answer. */
  close(): void {
    this.closed = true;
  }

  async act(dispatch: DispatchId, deed: Deed): Promise<Answered | Refusal> {
    const key = `key-${++this.sent}`;
    const agency = agencies.province;
    const command = deed(await this.untilAnswered(() => stateOf(agency, dispatch)));
    const answer = await this.untilAnswered(() => this.stage.cases.act(agency, dispatch, key, command));
    if (isRefusal(answer)) return answer;
    this.acknowledged.push({ ...answer, dispatch, key });
    if (!answer.projected) await this.recorded(dispatch, answer.revision);
    return answer;
  }

  /** The act counts though the record could not be written: the pages follow. */
  private async recorded(dispatch: DispatchId, revision: number): Promise<void> {
    const state = await this.untilAnswered(() => stateOf(agencies.province, dispatch));
    if (state.revision >= revision) return;
    await pause(200);
    await this.recorded(dispatch, revision);
  }

  private async untilAnswered<T>(send: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await send();
      } catch (error) {
        if (this.closed) throw error;
        await pause(200);
      }
    }
  }
}
