import { mongo } from 'mongoose';

/** Whether a write failed because what may be there only once is there already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === 11_000;
}
