import mongoose, { type ClientSession } from 'mongoose';

/** Connects the process to the record, whose indexes are then there; every write waits until a majority keeps it. */
export async function connect(uri: string): Promise<void> {
  // A projection to named fields must not be silently widened by a misspelt filter.
  mongoose.set('strictQuery', 'throw');
  const options = {
    writeConcern: { w: 'majority' },
    ignoreUndefined: true,
    serverSelectionTimeoutMS: 10_000,
  } as const;
  await mongoose.connect(uri, options);
  // What is written while an index is being made can be missing from it, on the trial database for good.
  await Promise.all(Object.values(mongoose.models).map((model) => model.init()));
}

export async function disconnect(): Promise<void> {
  await mongoose.disconnect();
}

/** The client of the connection, for the session store. */
export function databaseClient() {
  return mongoose.connection.getClient();
}

/** Whether the record answers now. */
export async function isDatabaseUp(): Promise<boolean> {
  const answer = await mongoose.connection.db?.command({ ping: 1 }).catch(() => undefined);
  return answer !== undefined;
}

/** Runs writes that belong together: all of them are kept or none; a write conflict is tried again. */
export async function inTransaction<T>(write: (session: ClientSession) => Promise<T>): Promise<T> {
  return mongoose.connection.withSession((session) => session.withTransaction(() => write(session)));
}
