import { Connection } from '@temporalio/client';
import { readWorkerEnv } from '../config/env.ts';
import { prepareNamespace } from './services/namespace.ts';

// Where Temporal is not ours to start: once per deployment, before the workers. bin/start.ts does it by itself.
const env = readWorkerEnv();
const connection = await Connection.connect({ address: env.TEMPORAL_ADDRESS });
await prepareNamespace(connection, env.TEMPORAL_NAMESPACE);
await connection.close();
console.log(`Không gian tên ${env.TEMPORAL_NAMESPACE} ở ${env.TEMPORAL_ADDRESS} đã sẵn sàng.`);
