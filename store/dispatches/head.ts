import type { DispatchId } from '../../workflows/rules/ids.ts';
import { plain } from '../plain.ts';
import { type Dispatch, DispatchModel } from './dispatch.model.ts';

/** Where the record of a dispatch ends: its last revision, and the hash that the next line is bound to. */
export interface Head {
  readonly revision: number;
  readonly hash: string;
}

/** So many a process remembers. */
const REMEMBERED = 2_000;

const heads = new Map<DispatchId, Head>();

/** The head as this process left it, which saves reading it; another process may have gone on since. */
export function lastSeen(id: DispatchId): Head | undefined {
  return heads.get(id);
}

/** Notes where this process left a record. */
export function remember({ _id: id, revision, hash }: Pick<Dispatch, '_id' | keyof Head>): void {
  heads.delete(id);
  heads.set(id, { revision, hash });
  const [oldest] = heads.keys();
  if (heads.size > REMEMBERED && oldest) heads.delete(oldest);
}

/** The head as it is now; of no record, the one before its first line. */
export async function headOf(id: DispatchId): Promise<Head> {
  const found = await plain(DispatchModel).findOne({ _id: id }, { projection: { revision: 1, hash: 1 } });
  return { revision: found?.revision ?? 0, hash: found?.hash ?? '' };
}
