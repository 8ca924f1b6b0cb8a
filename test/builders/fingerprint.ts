import { createHash } from 'node:crypto';
import { databaseClient } from '../../store/connection.ts';

/** A digest of everything in the database but the sessions: the same only if nothing was changed. */
export async function fingerprint(): Promise<string> {
  const db = databaseClient().db();
  const collections = await db.listCollections().toArray();
  const names = collections.map(({ name }) => name).filter((name) => name !== 'sessions');
  const digest = createHash('sha256');
  for (const name of names.toSorted()) {
    const docs = await db.collection(name).find().sort({ _id: 1 }).toArray();
    digest.update(name + JSON.stringify(docs));
  }
  return digest.digest('hex');
}
