import { inTransaction } from '../connection.ts';
import { isDuplicate } from '../duplicate.ts';
import { AllocationModel, SeriesModel } from './number.model.ts';

/**
 * The next number of a series for this key, or the one that the key got before. Number and key are written in one
 * transaction, so that a crash leaves neither a hole nor a double (I-R2, P-1).
 * @param series `agency/register/year`
 */
export async function allocate(series: string, key: string): Promise<number> {
  const given =
    (await numberOf(key)) ?? (await next(series, key).catch(ignoreDuplicate)) ?? (await numberOf(key));
  if (given === undefined) throw new Error(`Series ${series} gave no number to ${key}`);
  return given;
}

async function numberOf(key: string): Promise<number | undefined> {
  return (await AllocationModel.findById(key).lean())?.number;
}

/** Fails as a duplicate where the same key is asking at the same time and was first. */
async function next(series: string, key: string): Promise<number> {
  // The counter is made first: an upsert inside the race can answer nothing though it wrote.
  await SeriesModel.updateOne({ _id: series }, { $setOnInsert: { last: 0 } }, { upsert: true }).catch(
    ignoreDuplicate,
  );
  return inTransaction(async (session) => {
    const counter = await SeriesModel.findOneAndUpdate(
      { _id: series },
      { $inc: { last: 1 } },
      { session, returnDocument: 'after' },
    ).lean();
    if (!counter) throw new Error(`Series ${series} is gone`);
    await AllocationModel.create([{ _id: key, series, number: counter.last }], { session });
    return counter.last;
  });
}

/** Takes a series up where paper registers left off. */
export async function startSeries(series: string, last: number): Promise<void> {
  await SeriesModel.updateOne({ _id: series }, { $setOnInsert: { last } }, { upsert: true }).catch(
    ignoreDuplicate,
  );
}

function ignoreDuplicate(error: unknown): undefined {
  if (!isDuplicate(error)) throw error;
  return undefined;
}
