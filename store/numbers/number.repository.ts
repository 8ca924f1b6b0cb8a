import { mongo } from 'mongoose';
import { inTransaction } from '../connection.ts';
import { AllocationModel, SeriesModel } from './number.model.ts';

const DUPLICATE = 11_000;

/**
 * The next number of a series for this key, or the one that the key got before. Number and key are written in one
 * transaction, so that a crash leaves neither a hole nor a double (I-R2, P-1).
 * @param series `agency/register/year`
 */
export async function allocate(series: string, key: string): Promise<number> {
  const before = await AllocationModel.findById(key).lean();
  if (before) return before.number;
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

function ignoreDuplicate(error: unknown): void {
  if (!(error instanceof mongo.MongoServerError && error.code === DUPLICATE)) throw error;
}
