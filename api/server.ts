import { once } from 'node:events';
import { readWebEnv } from '../config/env.ts';
import { createLogger } from '../config/logger.ts';
import { connect, databaseClient, disconnect } from '../store/connection.ts';
import { followChanges } from '../store/changes.ts';
import { localFiles } from '../store/files.ts';
import { createApp } from './app.ts';
import { connectCases } from './cases.client.ts';
import { createLive } from './http/live.ts';
import { navigation } from './navigation.ts';
import { routes } from './routes.ts';

const env = readWebEnv();
const logger = createLogger('web', env.LOG_LEVEL);
await connect(env.MONGODB_URI);
const { cases, close } = await connectCases(env.TEMPORAL_ADDRESS, env.TEMPORAL_NAMESPACE);
const live = createLive();
const unfollow = await followChanges({
  rows: (keys) => {
    live.publish(keys, 'inbox');
  },
  dispatch: (id, keys) => {
    live.publish(keys, `dispatch-${id}`);
  },
  messages: (keys) => {
    live.publish(keys, 'messages');
  },
  lost: () => {
    live.publish('everyone', 'inbox');
    live.publish('everyone', 'lost');
  },
});
const app = await createApp(
  {
    ...{ clock: Date.now, logger, database: databaseClient(), sessionSecret: env.SESSION_SECRET },
    ...{ cases, files: localFiles(env.FILES_DIR) },
    ...{ live, navigation },
  },
  routes,
);
const server = app.listen(env.PORT, env.HOST);
await once(server, 'listening');
logger.info({ host: env.HOST, port: env.PORT }, 'web is ready');

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());

/** Lets running requests end, then lets go of the record; streams would never end by themselves. */
async function stop(): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  setTimeout(() => {
    server.closeAllConnections();
  }, 2_000).unref();
  await closed;
  await unfollow();
  await close();
  await disconnect();
}
