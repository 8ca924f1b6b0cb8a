import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { isDuplicate } from '../duplicate.ts';
import { SignInAttemptModel } from './sign-in-attempt.model.ts';

export interface AttemptLimit {
  readonly key: string;
  readonly attempts: number;
}

const LOCKED_FOR = 15 * 60_000;

/**
 * Counts an attempt before its password is looked at, so that many at once can't slip through.
 * @returns when the key may be tried again, or undefined when it may be tried now
 */
export async function countAttempt(
  { key, attempts }: AttemptLimit,
  now: Instant,
): Promise<Instant | undefined> {
  await SignInAttemptModel.deleteOne({ _id: key, expires: { $lte: now } });
  try {
    await SignInAttemptModel.updateOne(
      { _id: key, count: { $lt: attempts } },
      { $inc: { count: 1 }, $set: { expires: now + LOCKED_FOR }, $currentDate: { touched: true } },
      { upsert: true },
    );
    return undefined;
  } catch (error) {
    // The key is there and full, or two first attempts met: then there is room for the second.
    if (!isDuplicate(error)) throw error;
    const counted = await SignInAttemptModel.findById(key).lean();
    return counted && counted.count >= attempts ? counted.expires : countAttempt({ key, attempts }, now);
  }
}

/** Forgets the attempts of these keys: one succeeded. */
export async function forgetAttempts(keys: readonly string[]): Promise<void> {
  await SignInAttemptModel.deleteMany({ _id: { $in: keys } });
}
