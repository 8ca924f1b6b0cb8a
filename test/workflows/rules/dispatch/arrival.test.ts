import { describe, expect, test } from 'vitest';
import type { Priority } from '../../../../workflows/rules/dispatch/envelope.ts';
import {
  arrives,
  asksNumber,
  because,
  discards,
  directs,
  entersPaper,
  lead,
  numbered,
  presents,
  refuses,
  registers,
  settles,
} from '../../../builders/deeds.ts';
import { envelope, form } from '../../../builders/incoming.ts';
import { agencies, dho, hai, mai, minh, toan, vx } from '../../../builders/people.ts';
import { due, limit, nothing, notices, play, refused, statuses, wait } from '../../../builders/story.ts';

function arrived(time: string, priority: Priority = 0) {
  return play(nothing, time, arrives(envelope({ priority })));
}

describe('I1: a message arrives', () => {
  const story = arrived('2026-03-09 08:00');

  test('I1: 01 goes back at once, the clerks are told, the limit for registering runs', () => {
    expect(story.state.status).toBe('arrived');
    expect(statuses(story)).toEqual(['01']);
    expect(notices(story)).toEqual(['arrived → clerks']);
    expect(limit(story, 'registering')).toBe('17:00 10/03/2026');
  });

  test('I1: what is meant for another agency is refused', () => {
    const elsewhere = envelope({ to: agencies.informationDepartment });
    expect(refused(nothing, arrives(elsewhere))).toBe('I1 wrongAddressee');
  });

  test('I-R1, P-6: delivered again it changes nothing and is answered with the present status', () => {
    const registered = play(story, registers(mai));
    const again = play(registered, arrives(), arrives());
    expect({ ...again.state, revision: 0 }).toEqual({ ...registered.state, revision: 0 });
    expect(statuses(again).slice(-2)).toEqual(['03', '03']);
  });

  test('I-R1: so it is in every status', () => {
    const presented = play(story, registers(mai), presents(toan, hai));
    const ended = [
      play(story, refuses(mai)),
      play(story, discards(mai)),
      play(presented, settles(hai)),
      play(presented, directs(hai, [lead(vx)])),
    ];
    expect(ended.map((one) => statuses(play(one, arrives())).at(-1))).toEqual(['02', '01', '06', '04']);
  });

  test('I-R7: state secrets must not enter: 02, and only the envelope stays', () => {
    const file = { hash: 'x' as never, name: 'mat.pdf', type: 'application/pdf', size: 1 };
    const secret = play(nothing, arrives(envelope({ secrecy: 1, files: [file] })));
    expect(secret.state.status).toBe('refused');
    expect(secret.state.envelope?.files).toEqual([]);
    expect(secret.effects).toContainEqual(
      expect.objectContaining({ kind: 'reportStatus', code: '02', description: 'secret' }),
    );
    expect(refused(secret, asksNumber(mai))).toBe('P-3 dispatchClosed');
  });
});

describe('I-R8: urgent arrivals', () => {
  test('I1: in working time the clerks and the leaders', () => {
    expect(notices(arrived('2026-03-09 08:00', 1))).toEqual(['arrived → clerks, leaders']);
  });

  test('S04: outside it those on duty and the Chánh VP, at once', () => {
    expect(notices(arrived('2026-02-17 02:15', 3))).toEqual(['arrived → onDuty, chiefOfOffice']);
    expect(notices(arrived('2026-03-09 11:30', 1))).toEqual(['arrived → onDuty, chiefOfOffice']);
  });
});

describe('T-10: the limits of the law', () => {
  test('S03: just before Tết there is no alert until the next working day ends', () => {
    const story = arrived('2026-02-13 16:50');
    expect(statuses(story)).toEqual(['01']);
    expect(limit(story, 'registering')).toBe('17:00 23/02/2026');
    expect(notices(wait(story, '2026-02-23 16:59'))).toEqual(['arrived → clerks']);
    expect(notices(wait(story, '2026-02-23 17:00'))).toEqual([
      'arrived → clerks',
      'levelL1 → clerks, chiefOfOffice',
    ]);
  });

  test('S03: registered on the day, it must be presented by the next', () => {
    const story = play(arrived('2026-02-13 16:50'), '2026-02-23 08:10', registers(mai));
    expect(limit(story, 'registering')).toBe('no limit');
    expect(limit(story, 'presenting')).toBe('17:00 24/02/2026');
  });

  test('S04: hỏa tốc leaves 15 real minutes to register and to present', () => {
    const story = arrived('2026-02-17 02:15', 3);
    expect(limit(story, 'registering')).toBe('02:30 17/02/2026');
    const registered = play(story, '2026-02-17 02:20', registers(mai, form({ priority: 3 })));
    expect(limit(registered, 'presenting')).toBe('02:30 17/02/2026');
  });

  test('S05: khẩn before lunch leaves 60 working minutes', () => {
    expect(limit(arrived('2026-08-26 11:10', 1), 'registering')).toBe('14:10 26/08/2026');
  });

  test('T-10: the urgency that the clerk wrote counts from then on', () => {
    const story = play(
      arrived('2026-03-09 08:00'),
      '2026-03-09 08:30',
      registers(mai, form({ priority: 2 })),
    );
    expect(limit(story, 'presenting')).toBe('09:00 09/03/2026');
  });
});

describe('I2: paper typed in by hand', () => {
  test('I2: registered in one act, and nobody outside is told', () => {
    const story = play(nothing, entersPaper(mai), numbered(514));
    expect(story.state.status).toBe('registered');
    expect(story.state.registration?.number).toBe(514);
    expect(statuses(story)).toEqual([]);
    expect(due(story, 'desk')).toBe('17:00 16/03/2026');
  });

  test('I2: only a clerk, and only paper', () => {
    expect(refused(nothing, entersPaper(minh))).toBe('I2 notClerk');
    expect(refused(nothing, entersPaper(dho))).toBe('U-3 notYours');
    expect(refused(nothing, entersPaper(mai, { envelope: envelope() }))).toBe('I2 notPaper');
    expect(refused(arrived('2026-03-09 08:00'), entersPaper(mai))).toBe('I2 wrongStatus');
  });
});

describe('I3: refuse', () => {
  const story = arrived('2026-03-09 08:00');

  test('I3: 02 with the reason, and all limits stop', () => {
    const back = play(story, refuses(mai, 'Văn bản thuộc thẩm quyền Sở Tài chính'));
    expect(back.state.status).toBe('refused');
    expect(back.state.limits).toEqual({});
    expect(back.effects.at(-1)).toMatchObject({
      code: '02',
      description: 'Văn bản thuộc thẩm quyền Sở Tài chính',
    });
  });

  test('S12: a reason of 10 to 1000 characters, blanks not counted', () => {
    expect(refused(story, refuses(mai, ''))).toBe('I3 textTooShort');
    expect(refused(story, refuses(mai, '   sai nơi   '))).toBe('I3 textTooShort');
    expect(refused(story, refuses(mai, 'x'.repeat(1001)))).toBe('I3 textTooLong');
    expect(play(story, refuses(mai, 'sai nơi nh')).state.status).toBe('refused');
    // The same nine letters with their marks typed apart are not ten.
    expect(refused(story, refuses(mai, 'sai nơi đ'.normalize('NFD')))).toBe('I3 textTooShort');
  });

  test('I3: not by others, and not after registration', () => {
    expect(refused(story, refuses(minh))).toBe('I3 notClerk');
    expect(refused(play(story, registers(mai)), refuses(mai, because))).toBe('I-R3 alreadyRegistered');
  });
});
