import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient, MongoServerError } from 'mongodb';

const alreadyInitialized = 23;

/** Makes a single mongod the primary of its own set: initiated once, and told of its port when that changed. */
export async function becomePrimary(directUri: string, host: string): Promise<void> {
  const client = await MongoClient.connect(directUri);
  try {
    const admin = client.db('admin');
    const members = [{ _id: 0, host }];
    try {
      await admin.command({ replSetInitiate: { _id: 'lienthong', members } });
    } catch (error) {
      if (!(error instanceof MongoServerError) || error.code !== alreadyInitialized) throw error;
      const { config } = (await admin.command({ replSetGetConfig: 1 })) as { config: { version: number } };
      await admin.command({
        replSetReconfig: { ...config, members, version: config.version + 1 },
        force: true,
      });
    }
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) await sleep(50);
  } finally {
    await client.close();
  }
}
