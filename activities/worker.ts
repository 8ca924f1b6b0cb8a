import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { readWorkerEnv } from '../config/env.ts';
import { createLogger } from '../config/logger.ts';
import { connect, disconnect } from '../store/connection.ts';
import { DISPATCH_QUEUE } from '../workflows/contract/dispatch.contract.ts';
import { createActivities } from './index.ts';

const env = readWorkerEnv();
const logger = createLogger('worker', env.LOG_LEVEL);
Runtime.install({
  logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
    logger.warn({ level, meta }, message);
  }),
});
await connect(env.MONGODB_URI);
const connection = await NativeConnection.connect({ address: env.TEMPORAL_ADDRESS });
const worker = await Worker.create({
  connection,
  namespace: env.TEMPORAL_NAMESPACE,
  taskQueue: DISPATCH_QUEUE,
  workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
  activities: createActivities(Date.now),
  maxCachedWorkflows: env.CACHED_CASES,
  // A killed worker's cases go to another one soon, not after ten seconds.
  stickyQueueScheduleToStartTimeout: '2s',
  shutdownGraceTime: '5s',
});
try {
  logger.info('worker is ready');
  // SIGTERM and SIGINT end the worker's own run in order.
  await worker.run();
} finally {
  await connection.close();
  await disconnect();
}
