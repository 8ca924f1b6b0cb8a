import { describe, expect, test } from 'vitest';
import { dueCommand, wakeUps } from '../../../../workflows/rules/outgoing/clocks.ts';
import { decide } from '../../../../workflows/rules/outgoing/decide.ts';
import { evolve } from '../../../../workflows/rules/outgoing/evolve.ts';
import { isRefusal } from '../../../../workflows/rules/dispatch/refusal.ts';
import { at, fixtureBeforeSwap, fixtureCalendar } from '../../../builders/calendar.ts';
import {
  blank,
  chainOf,
  clockText,
  deciding,
  type Draft,
  hau,
  kinds,
  nga,
  notices,
  place,
  play,
  refused,
  signing,
  since,
  step,
  wait,
  waiting,
} from '../../../builders/outgoing.ts';
import {
  adds,
  approves,
  calendarBecomes,
  cancels,
  drafts,
  found,
  issues,
  jumps,
  pauses,
  resumes,
  sendsBack,
  signs,
  submits,
  submitted,
  takesBack,
} from '../../../builders/outgoing-deeds.ts';
import { hoa, lan, mai, minh, trang } from '../../../builders/people.ts';

/** When the present step is due. */
function due({ state }: Draft): string {
  const visit = state.visits.find(({ ended }) => !ended);
  return visit ? clockText(visit.clock.deadline.due) : 'nothing';
}

function fired({ events }: Pick<Draft, 'events'>): readonly string[] {
  return events.flatMap((event) =>
    event.kind === 'levelFired' ? [`${event.level} ${clockText(event.scheduled)}`] : [],
  );
}

describe('flows 3: each step has its own deadline', () => {
  test('flows 3: a working day where the chain says nothing', () => {
    expect(due(submitted(chainOf(step('head'))))).toBe('17:00 25/08/2026');
    expect(due(submitted(chainOf(step('head', { due: { kind: 'workingDays', days: 3 } }))))).toBe(
      '17:00 27/08/2026',
    );
  });

  test('flows 3, T-9: an hour when urgent, in working time; hỏa tốc in real time', () => {
    const handedIn = (priority: 1 | 3) =>
      play(
        blank,
        '2026-08-24 16:30',
        drafts(trang, { priority }),
        submits(trang, chainOf(step('head', { due: { kind: 'workingDays', days: 3 } }))),
      );
    expect(due(handedIn(1))).toBe('08:00 25/08/2026');
    expect(due(handedIn(3))).toBe('17:30 24/08/2026');
  });

  test('flows 3: the next step’s runs from its opening, and a step opened anew has a new one', () => {
    const chain = chainOf(step('one'), step('two'));
    const second = submitted(chain, found(minh), '2026-08-25 16:00', approves(minh), found(lan));
    expect(due(second)).toBe('17:00 26/08/2026');
    expect(due(play(second, '2026-08-27 08:00', sendsBack(lan, 'previous')))).toBe('17:00 28/08/2026');
  });

  test('flows 1: R1 to L3 fire once each, to the approver, the drafter and the head of their unit', () => {
    const first = submitted(chainOf(step('head')), found(lan));
    const late = wait(first, '2026-09-30 08:00');
    // R1 would come before the assignment.
    expect(fired(late)).toEqual(['L1 17:00 25/08/2026', 'L2 07:30 27/08/2026', 'L3 07:30 03/09/2026']);
    expect(notices(since(first, late)).slice(0, 2)).toEqual([
      'levelL1 → Hà Thị Lan, Phòng Văn xã',
      'levelL2 → Hà Thị Lan, Phòng Văn xã, Phạm Thu Trang, monitoringUnit',
    ]);
    // nobody approves or refuses by time.
    expect(place(late)).toBe('head');
  });

  test('E-2, E-4: they stop when the step is over, and go to the administrator while nobody has it', () => {
    const passed = play(submitted(chainOf(step('head')), found(minh)), approves(minh));
    expect(fired(wait(passed, '2026-08-25 17:00'))).toEqual(['L1 17:00 25/08/2026']);
    expect(waiting(passed)).toHaveLength(3);
    const nobody = submitted(chainOf(step('head')), found());
    expect(notices(since(nobody, wait(nobody, '2026-08-25 17:00')))).toEqual([
      'levelL1 → administrator, Phòng Văn xã',
    ]);
    expect(waiting(play(nobody, cancels(trang)))).toEqual([]);
  });

  test('E-2: a vote that ends at its deadline is not late', () => {
    const vote = submitted(deciding({ kind: 'vote', percent: 50 }), found(minh, lan), approves(minh));
    expect(fired(wait(vote, '2026-08-25 17:00'))).toEqual([]);
  });

  test('T-14: a timer that fires late bears the instant it was due, and no event goes back in time', () => {
    const first = submitted(chainOf(step('head')), found(minh));
    const [level] = wakeUps(first.state);
    if (!level) throw new Error('no timer waits');
    const answer = decide(first.state, dueCommand(level, at('2026-08-26 09:00')), level.at);
    if (isRefusal(answer)) throw new Error(answer.key);
    expect(answer).toMatchObject([{ scheduled: at('2026-08-25 17:00'), at: at('2026-08-26 09:00') }]);
    const after = answer.reduce(evolve, first.state);
    const early = decide(
      after,
      { kind: 'cancel', reason: 'một lý do đủ dài', by: trang },
      at('2026-08-26 08:00'),
    );
    expect(early).toMatchObject([{ at: at('2026-08-26 09:00') }]);
    // E-1
    expect(decide(after, dueCommand(level, at('2026-08-26 09:00')), level.at)).toEqual([]);
    expect(decide(first.state, dueCommand(level, level.at), level.at + 1)).toEqual([]);
  });

  test('A-1: whoever takes an act back has the deadline there was', () => {
    const second = submitted(
      chainOf(step('one'), step('two')),
      found(minh),
      '2026-08-25 16:00',
      approves(minh),
    );
    expect(due(play(second, '2026-08-26 08:00', takesBack(minh)))).toBe('17:00 25/08/2026');
  });
});

describe('T-10: what the law leaves after signing', () => {
  /** Friday before the National Day, which is off from 31/08 to 02/09. */
  const signed = (priority: 0 | 1 | 3 = 0) =>
    play(
      blank,
      '2026-08-28 16:00',
      drafts(trang, { priority }),
      submits(trang, chainOf(signing)),
      found(hoa),
      '2026-08-28 16:40',
      signs(hoa),
    );
  const limits = ({ state }: Draft) =>
    [state.limits.sending, state.limits.issuing].map((clock) => clockText(clock?.deadline.due ?? 0));

  test('T-10, S15: sent by the end of the morning, issued by the close of the next working day', () => {
    expect(limits(signed())).toEqual(['11:30 03/09/2026', '17:00 03/09/2026']);
  });

  test('T-10: urgent: right after signing', () => {
    expect(limits(signed(1))).toEqual(['08:10 03/09/2026', '08:10 03/09/2026']);
    expect(limits(signed(3))).toEqual(['16:55 28/08/2026', '16:55 28/08/2026']);
  });

  test('T-10: L1 to the clerks and the Chánh VP', () => {
    const late = wait(signed(), '2026-09-30 08:00');
    expect(fired(late)).toEqual(['L1 11:30 03/09/2026', 'L1 17:00 03/09/2026']);
    expect(notices(since(signed(), late))).toEqual([
      'levelL1 → clerks, chiefOfOffice',
      'levelL1 → clerks, chiefOfOffice',
    ]);
  });

  test('T-12: a changed calendar moves both, and the deadline of a step', () => {
    const monday = play(
      blank,
      '2026-08-27 08:00',
      (state) => ({ ...drafts(trang)(state), calendar: fixtureBeforeSwap }) as never,
      submits(trang, chainOf(signing)),
      found(hoa),
    );
    const before = play(monday, '2026-08-28 08:30', signs(hoa));
    expect(limits(before)).toEqual(['11:30 31/08/2026', '17:00 31/08/2026']);
    const after = play(before, '2026-08-28 09:00', calendarBecomes(fixtureCalendar));
    expect(limits(after)).toEqual(['11:30 03/09/2026', '17:00 03/09/2026']);
    expect(notices(since(before, after))).toEqual(['recalculated → clerks', 'recalculated → clerks']);
    // Told again, or told of an older one, nothing changes.
    expect(kinds(since(after, play(after, calendarBecomes(fixtureCalendar))))).toEqual([]);
    expect(kinds(since(after, play(after, calendarBecomes(fixtureBeforeSwap))))).toEqual([]);

    const longer = chainOf(step('head', { due: { kind: 'workingDays', days: 2 } }));
    const waits = play(
      blank,
      '2026-08-27 08:00',
      (state) => ({ ...drafts(trang)(state), calendar: fixtureBeforeSwap }) as never,
      submits(trang, longer),
      found(minh),
    );
    expect(due(waits)).toBe('17:00 31/08/2026');
    const moved = play(waits, calendarBecomes(fixtureCalendar));
    expect(due(moved)).toBe('17:00 03/09/2026');
    expect(notices(since(waits, moved))).toEqual(['recalculated → Đỗ Quang Minh']);
    expect(
      kinds(since(blank, play(play(moved, cancels(trang)), calendarBecomes(fixtureCalendar)))).at(-1),
    ).toBe('cancelled');
  });
});

describe('A-1: pausing (T-13)', () => {
  const first = submitted(chainOf(step('one'), step('two')), found(minh));
  const paused = play(first, '2026-08-24 10:00', pauses(hau));

  test('A-1: by an administrator; then nothing goes on but resuming and cancelling', () => {
    expect(refused(first, pauses(minh))).toBe('A-1 administratorOnly');
    expect(refused(first, resumes(hau))).toBe('A-1 notPaused');
    for (const deed of [
      approves(minh),
      sendsBack(minh),
      adds(minh, 'before', nga),
      jumps(hau, 'two'),
      issues(mai),
    ]) {
      expect(refused(paused, deed)).toBe('P-3 casePaused');
    }
    expect(refused(paused, resumes(minh))).toBe('A-1 administratorOnly');
    expect(place(play(paused, cancels(trang)))).toBe('cancelled');
  });

  test('T-13: its clock stands, and what was left runs on', () => {
    expect(waiting(paused)).toEqual([]);
    // The closes of 24/08 and 25/08 fell inside.
    const resumed = play(paused, '2026-08-26 10:00', resumes(hau));
    expect(due(resumed)).toBe('17:00 27/08/2026');
    expect(place(play(resumed, approves(minh)))).toBe('two');
  });

  test('T-13: a step that opened meanwhile stood only since then', () => {
    const seeking = submitted(chainOf(step('skipped', { ifDrafter: 'skip' }), step('two')));
    const opened = play(seeking, '2026-08-24 10:00', pauses(hau), '2026-08-26 08:00', found(trang));
    expect(due(opened)).toBe('17:00 27/08/2026');
    expect(due(play(opened, '2026-08-26 09:00', resumes(hau)))).toBe('17:00 27/08/2026');
  });
});

describe('A-1: jump', () => {
  const chain = chainOf(step('one', { mode: { kind: 'all' } }), step('two'), step('three'));
  const first = submitted(chain, found(minh, lan), approves(minh));

  test('A-1: an administrator, with a reason, to any step of the way', () => {
    const third = play(first, jumps(hau, 'three'));
    expect(place(third)).toBe('three');
    expect(third.state.visits[0]?.tasks.map(({ state }) => state)).toEqual(['approved', 'cancelled']);
    expect(place(play(third, jumps(hau, 'one')))).toBe('one');
    expect(place(play(first, jumps(hau, 'one'), found(minh, lan)))).toBe('one');
  });

  test('A-1: nobody else, nowhere else, not while it is being drafted', () => {
    expect(refused(first, jumps(minh, 'three'))).toBe('A-1 administratorOnly');
    expect(refused(first, jumps(hau, 'issue'))).toBe('A-1 noSuchStep');
    expect(refused(play(blank, drafts(trang)), jumps(hau, 'one'))).toBe('A-1 wrongStatus');
  });
});
