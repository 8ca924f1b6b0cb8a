import {
  arrives,
  cooperate,
  directs,
  forwards,
  inform,
  lead,
  presents,
  registers,
} from '../../../builders/deeds.ts';
import { hai, mai, minh, pao, th, toan, trang, u, vx } from '../../../builders/people.ts';
import { nothing, play, rows, type Story } from '../../../builders/story.ts';

export const friday = { kind: 'byEndOf', date: '2026-03-20' } as const;
export const wednesday = { kind: 'byEndOf', date: '2026-03-18' } as const;
export const presented = play(nothing, '2026-03-09 08:00', arrives(), registers(mai), presents(toan, hai));
export const assigned = play(presented, directs(hai, [lead(vx, friday), cooperate(th, friday), inform(u)]));
export const forwarded = play(assigned, forwards(minh, [lead(trang), cooperate(pao)]));

/** How the row of this name stands. */
export function state(story: Story, name: string): string | undefined {
  return rows(story)[name];
}
