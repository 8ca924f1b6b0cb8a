import { describe, expect, test } from 'vitest';
import type { Duplicate } from '../../../../workflows/rules/dispatch/envelope.ts';
import type { DispatchId } from '../../../../workflows/rules/ids.ts';
import {
  arrives,
  asksNumber,
  because,
  completes,
  copyArrives,
  directs,
  entersPaper,
  lead,
  links,
  numbered,
  presents,
  registers,
  undoes,
} from '../../../builders/deeds.ts';
import { envelope, form } from '../../../builders/incoming.ts';
import { hai, mai, minh, sinh, toan, trang } from '../../../builders/people.ts';
import {
  limit,
  nothing,
  play,
  refusal,
  refused,
  rows,
  type Story,
  statuses,
} from '../../../builders/story.ts';

const story = play(nothing, '2026-03-09 08:00', arrives());
const registered = play(story, '2026-03-09 08:20', registers(mai));
const existing: Duplicate = { dispatch: 'd0' as DispatchId, number: 512, year: 2026 };

/** Who is asked of the world or told in this agency. */
function told({ effects }: Story) {
  return effects.filter((effect) => effect.kind === 'tellDispatch' || effect.kind === 'allocateNumber');
}

describe('I4: register', () => {
  test('I4: the number is asked for, and only when it is there is the dispatch registered', () => {
    const asked = play(story, asksNumber(mai));
    expect(asked.state.status).toBe('registering');
    expect(statuses(asked)).toEqual(['01']);
    expect(told(asked)).toEqual([{ kind: 'allocateNumber', register: 'general', year: 2026 }]);
    const done = play(asked, numbered(513));
    expect(done.state.status).toBe('registered');
    expect(done.state.registration).toMatchObject({ number: 513, year: 2026, codeNumber: '640' });
    expect(statuses(done)).toEqual(['01', '03']);
    expect(done.state.rows[0]?.receiver.name).toBe('Chánh Văn phòng trình');
  });

  test('I4: a number that is told twice changes nothing', () => {
    expect(play(registered, numbered(514)).state).toEqual(registered.state);
  });

  test('I4: the form must be whole', () => {
    const fields = [
      'register',
      'type',
      'author',
      'codeNumber',
      'codeNotation',
      'issuedOn',
      'subject',
    ] as const;
    for (const field of fields) {
      const answer = refusal(story, asksNumber(mai, { form: form({ [field]: ' ' }) }));
      expect(answer).toMatchObject({ rule: 'I4', key: 'fieldMissing', data: { field } });
    }
    expect(refused(story, asksNumber(mai, { form: form({ issuedOn: '2026-02-30' }) }))).toBe(
      'I4 fieldMissing',
    );
    expect(refused(story, asksNumber(mai, { form: form({ subject: 'x'.repeat(501) }) }))).toBe(
      'I4 textTooLong',
    );
  });

  test('I4: it cannot have arrived before it was written', () => {
    expect(refused(story, asksNumber(mai, { form: form({ issuedOn: '2026-03-10' }) }))).toBe(
      'I4 issuedAfterArrival',
    );
    expect(play(story, asksNumber(mai, { form: form({ issuedOn: '2026-03-09' }) })).state.status).toBe(
      'registering',
    );
  });

  test('I-R2: the series is that of the year of registration', () => {
    const newYear = play(nothing, '2026-12-31 16:50', arrives(), '2027-01-04 07:30', asksNumber(mai));
    expect(told(newYear)).toEqual([{ kind: 'allocateNumber', register: 'general', year: 2027 }]);
  });

  test('I-R3, U-5: the second clerk hears by whom and when it was received', () => {
    expect(refusal(registered, asksNumber(sinh))).toMatchObject({
      rule: 'I-R3',
      key: 'alreadyRegistered',
      data: { by: 'Lò Thị Mai', number: 513, at: Date.parse('2026-03-09T08:20+07:00') },
    });
    expect(refused(play(story, asksNumber(mai)), asksNumber(sinh))).toBe('I-R3 beingRegistered');
  });

  test('I4: an officer does not register', () => {
    expect(refused(story, asksNumber(trang))).toBe('I4 notClerk');
  });
});

describe('I5: undo the registration', () => {
  const undone = play(registered, '2026-03-09 09:00', undoes(mai));

  test('I5: back on the desk with a new limit; the number stays in the record with the reason', () => {
    expect(undone.state.status).toBe('arrived');
    expect(undone.state.registration).toBeUndefined();
    expect(limit(undone, 'registering')).toBe('17:00 10/03/2026');
    expect(undone.events.at(-1)).toMatchObject({ kind: 'registrationUndone', number: 513, reason: because });
    expect(statuses(undone)).toEqual(['01', '03']);
  });

  test('I5: it is registered again under another number', () => {
    expect(play(undone, registers(mai, form(), 514)).state.registration?.number).toBe(514);
  });

  test('I5: not once it was presented, and not without a reason', () => {
    expect(refused(registered, undoes(mai, 'nhầm'))).toBe('I5 textTooShort');
    expect(refused(play(registered, presents(toan, hai)), undoes(mai))).toBe('U-5 alreadyHandled');
    expect(refused(story, undoes(mai))).toBe('I5 wrongStatus');
  });
});

describe('I-R3, S11: duplicates', () => {
  test('I-R3: a likely copy warns, and is registered anew only with a reason', () => {
    const found = { duplicates: [existing] };
    expect(refusal(story, asksNumber(mai, found))).toMatchObject({
      rule: 'I-R3',
      key: 'duplicate',
      confirm: 'newDespiteDuplicate',
      data: { number: 512, year: 2026 },
    });
    expect(refused(story, asksNumber(mai, { ...found, newDespiteDuplicate: 'khác' }))).toBe(
      'I-R3 textTooShort',
    );
    const anew = play(story, asksNumber(mai, { ...found, newDespiteDuplicate: because }));
    expect(anew.events.at(-1)).toMatchObject({ newDespiteDuplicate: because });
    expect(refused(nothing, entersPaper(mai, found))).toBe('I-R3 duplicate');
  });

  test('S11: a linked copy takes no number, and the other record is told', () => {
    const linked = play(story, links(mai, existing));
    expect(linked.state.status).toBe('linked');
    expect(told(linked)).toMatchObject([{ dispatch: 'd0', command: { kind: 'attachCopy', from: 'd1' } }]);
    expect(refused(linked, asksNumber(sinh))).toBe('U-5 alreadyHandled');
    const itself: Duplicate = { ...existing, dispatch: 'd1' as DispatchId };
    expect(refused(story, links(mai, itself))).toBe('I-R3 linkToItself');
  });

  test('S11: the copy’s sender gets the status of now and those to come, each once', () => {
    const paper = play(nothing, entersPaper(mai), numbered(513), copyArrives('d2'));
    expect(paper.effects.at(-1)).toMatchObject({ code: '03', arrival: 'd2' });
    const done = play(paper, presents(toan, hai), directs(hai, [lead(minh)]), completes(minh));
    expect(statuses(done)).toEqual(['03', '04', '05', '06']);
  });

  test('I-R1: a linked copy that is delivered again is answered by the record it is linked to', () => {
    const again = play(story, links(mai, existing), arrives());
    expect(told(again)).toHaveLength(2);
    const other = play(registered, copyArrives('d2'), copyArrives('d2'));
    expect(other.state.axisCopies).toEqual(['d2']);
    expect(statuses(other)).toEqual(['01', '03', '03', '03']);
  });

  test('I-R3: copies follow when the record they were linked to is itself linked', () => {
    const moved = play(registered, copyArrives('d2'), undoes(mai), links(mai, existing));
    expect(told(moved).slice(1)).toMatchObject([
      { dispatch: 'd0', command: { from: 'd1' } },
      { dispatch: 'd0', command: { from: 'd2' } },
    ]);
    expect(told(play(moved, copyArrives('d3'))).at(-1)).toMatchObject({
      dispatch: 'd0',
      command: { from: 'd3' },
    });
    // Records linked in a circle do not tell each other for ever.
    expect(play(moved, copyArrives('d2')).events).toEqual(moved.events);
  });

  test('I-R3: a copy that comes while the number is undone waits for the next one', () => {
    const waiting = play(registered, undoes(mai), copyArrives('d2'));
    expect(waiting.effects.at(-1)).toMatchObject({ code: '01', arrival: 'd2' });
    const again = play(waiting, registers(mai, form(), 514));
    expect(
      again.effects.filter((effect) => effect.kind === 'reportStatus' && effect.arrival === 'd2'),
    ).toHaveLength(2);
  });

  test('I-R3: the desk waits on for nothing after that', () => {
    expect(rows(play(story, links(mai, existing)))).toEqual({ desk: 'pending' });
    expect(play(story, links(mai, existing)).state.limits).toEqual({});
    expect(refused(nothing, arrives(envelope({ to: 'x' as never })))).toBe('I1 wrongAddressee');
  });
});
