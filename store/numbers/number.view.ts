import type { AgencyCode } from '../../workflows/rules/ids.ts';
import { type Register, REGISTERS } from '../../workflows/rules/numbering/registers.ts';
import { SeriesModel } from './number.model.ts';

/**
 * The number that a series gave last, 0 before its first.
 * @param series `agency/register/year`
 */
export async function lastNumber(series: string): Promise<number> {
  return (await SeriesModel.findById(series).lean())?.last ?? 0;
}

/** What each register of an agency would give next in a year: a proposal, the number comes with the commit (I-R2). */
export async function nextNumbers(agency: AgencyCode, year: number): Promise<ReadonlyMap<Register, number>> {
  const next = REGISTERS.map(async (register) => {
    return [register, (await lastNumber(`${agency}/${register}/${year}`)) + 1] as const;
  });
  return new Map(await Promise.all(next));
}
