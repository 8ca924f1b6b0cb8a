import type { AgencyCode } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { withoutAccents } from '../organisation/accents.ts';
import { type RegisterLine, RegisterLineModel } from './register-line.model.ts';

/** Which lines of a register; numbers and arrival instants bound it from both sides. */
export interface RegisterPart {
  readonly agency: AgencyCode;
  readonly register: string;
  readonly year: number;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly arrivedFrom?: Instant | undefined;
  readonly arrivedBefore?: Instant | undefined;
  /** Words of number, author or subject, with or without accents. */
  readonly text?: string | undefined;
}

/** Lines of a register, the newest number first. */
export async function registerLines(
  part: RegisterPart,
  skip: number,
  limit: number,
): Promise<readonly RegisterLine[]> {
  return RegisterLineModel.find(filterOf(part)).sort({ number: -1 }).skip(skip).limit(limit).lean();
}

/** Lines of a register in the order of the book, for printing. */
export async function registerBook(part: RegisterPart, limit: number): Promise<readonly RegisterLine[]> {
  return RegisterLineModel.find(filterOf(part)).sort({ number: 1 }).limit(limit).lean();
}

function filterOf(part: RegisterPart) {
  const { agency, register, year, from, to, arrivedFrom, arrivedBefore, text } = part;
  const number = between('$lte', from, to);
  const arrivedAt = between('$lt', arrivedFrom, arrivedBefore);
  return {
    ...{ agency, register, year },
    ...(number && { number }),
    ...(arrivedAt && { arrivedAt }),
    ...searchFilter(text),
  };
}

/** Bounds of a field, or nothing where there are none. */
export function between(upper: '$lt' | '$lte', from: number | undefined, to: number | undefined) {
  if (from === undefined && to === undefined) return undefined;
  return { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { [upper]: to }) };
}

/** Every word must stand in the search text; it has no index of its own, so something else must narrow first. */
export function searchFilter(text: string | undefined) {
  const words = withoutAccents(text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.length === 0
    ? {}
    : { $and: words.map((word) => ({ search: { $regex: RegExp.escape(word) } })) };
}
