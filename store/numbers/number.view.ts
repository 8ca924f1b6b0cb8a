import { SeriesModel } from './number.model.ts';

/**
 * The number that a series gave last, 0 before its first.
 * @param series `agency/register/year`
 */
export async function lastNumber(series: string): Promise<number> {
  return (await SeriesModel.findById(series).lean())?.last ?? 0;
}
