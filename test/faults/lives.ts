import { expect } from 'vitest';
import { postsOf } from '../../store/organisation/people.view.ts';
import { isRefusal } from '../../workflows/rules/dispatch/refusal.ts';
import type { DispatchId, PersonId } from '../../workflows/rules/ids.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import { arrives, asksNumber, completes, cooperate, directs, lead, presents } from '../builders/deeds.ts';
import { incomingChain } from '../builders/incoming.ts';
import { th, vx } from '../builders/people.ts';
import type { Ledger } from './ledger.ts';
import type { Stage } from './stage.ts';

/** The usual ladder with its hours shrunk to seconds: L2 and L3 come 6 and 12 seconds after the deadline. */
export const hasty = {
  ...incomingChain,
  steps: incomingChain.steps.map((step) => ({
    ...step,
    ladder: step.ladder.map((level) =>
      level.byMinute.kind === 'minutesAfter'
        ? { ...level, byMinute: { ...level.byMinute, minutes: level.byMinute.minutes / 600 } }
        : level,
    ),
  })),
};

/** What the office does with its arrivals, each act sent until it is answered. */
export async function officeAt({ now }: Stage, ledger: Ledger) {
  const actor = async (login: string) => (await postsOf(login as PersonId, now()))[0] as Actor;
  const clerks = [await actor('mai.lt'), await actor('sinh.va')] as const;
  const [toan, hoa, minh] = [await actor('toan.nd'), await actor('hoa.lt'), await actor('minh.dq')];

  /** Two clerks take turns; now and then both go for the same arrival, and one is told that they came second. */
  async function registered(id: DispatchId, place: number, chain = incomingChain): Promise<void> {
    await ledger.act(id, arrives());
    const [first, second] = place % 2 === 0 ? clerks : clerks.toReversed();
    const going = place % 5 === 0 ? [first, second] : [first];
    const asked = going.map((clerk) => ledger.act(id, asksNumber(clerk, { chain })));
    const done = (await Promise.all(asked)).filter((answer) => !isRefusal(answer));
    expect(done, `registrations of ${id}`).toHaveLength(1);
  }

  return {
    /** From arrival to settlement. */
    async life(place: number): Promise<void> {
      const id = lifeId(place);
      await registered(id, place);
      await ledger.act(id, presents(toan, hoa));
      await ledger.act(id, directs(hoa, [lead(vx), cooperate(th)]));
      await ledger.act(id, completes(minh));
    },
    /** One that stays open while its deadline and all its levels pass, within half a minute. */
    async timedLife(place: number): Promise<void> {
      const id = timedId(place);
      await registered(id, place, hasty);
      await ledger.act(id, presents(toan, hoa));
      await ledger.act(id, directs(hoa, [lead(vx, { kind: 'realMinutes', minutes: 0.1 + place / 120 })]));
    },
  };
}

export const lifeId = (place: number) => `life-${place}` as DispatchId;
export const timedId = (place: number) => `timed-${place}` as DispatchId;
