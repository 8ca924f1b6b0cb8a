import { expect, test } from 'vitest';
import {
  bach,
  deciding,
  hau,
  lu,
  nga,
  phases,
  place,
  play,
  refused,
  son,
} from '../../../builders/outgoing.ts';
import { adds, approves, found, refuses, removes, submitted } from '../../../builders/outgoing-deeds.ts';
import { lan, minh } from '../../../builders/people.ts';

const five = submitted(deciding({ kind: 'ratio', percent: 60 }), found(lan, minh, bach, son, lu));
const running = play(five, approves(lan), refuses(minh));
const waiting = play(running, adds(bach, 'before', nga));
const four = play(waiting, removes(hau, lu));

test('S16: one for, one against of five: it runs', () => {
  expect(place(running)).toBe('decide');
});

test('S16: Bách waits for Nga, and nobody approves for him', () => {
  expect(phases(waiting)['Lý Văn Bách']).toBe('waiting');
  expect(refused(waiting, approves(bach))).toBe('A-2 othersFirst');
  expect(refused(waiting, approves(hau, bach))).toBe('O3 notApprover');
});

test('S16: with Lử removed three of four are needed; Nga is not counted', () => {
  expect(place(four)).toBe('decide');
  const half = play(four, approves(nga), approves(bach));
  expect(place(half)).toBe('decide');
  expect(place(play(half, approves(son)))).toBe('sign');
});

test('S16, variant: two against of four, refused at once', () => {
  const over = play(four, refuses(son));
  expect(place(over)).toBe('sentBack');
  expect(phases(over)).toMatchObject({ 'Lý Văn Bách': 'cancelled', 'Ngô Thúy Nga': 'cancelled' });
});
