import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import { isGrpcServiceError } from '@temporalio/client';
import proto from '@temporalio/proto';
import { LT_AGENCY, LT_KIND } from '../../workflows/contract/search-attributes.ts';

const { IndexedValueType } = proto.temporal.api.enums.v1;

const retention = proto.google.protobuf.Duration.fromObject({ seconds: 30 * 24 * 3600 });
const alreadyExists = 6;

/** Makes the namespace with its retention and search attributes: before the first workflow, safe to repeat. */
export async function prepareNamespace(connection: Connection, namespace: string): Promise<void> {
  const { workflowService } = connection;
  const keep = { workflowExecutionRetentionPeriod: retention };
  await whenHealthy(() => unlessThere(workflowService.registerNamespace({ namespace, ...keep })));
  const config = { workflowExecutionRetentionTtl: retention };
  await whenHealthy(() => workflowService.updateNamespace({ namespace, config }));
  await registerSearchAttributes(connection, namespace);
}

/** Makes the search attributes known: on the time-skipping server an unknown one hangs the workflow. */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const { INDEXED_VALUE_TYPE_KEYWORD } = IndexedValueType;
  const named = [LT_AGENCY, LT_KIND].map(({ name }) => [name, INDEXED_VALUE_TYPE_KEYWORD] as const);
  const request = { namespace, searchAttributes: Object.fromEntries(named) };
  await whenHealthy(() => unlessThere(connection.operatorService.addSearchAttributes(request)));
}

async function unlessThere(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isGrpcServiceError(error) || (error.code as number) !== alreadyExists) throw error;
  }
}

/** A server that has just started says "Frontend is not healthy yet" for about a second. */
async function whenHealthy<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (attempt > 100 || !String(error).includes('not healthy yet')) throw error;
      await sleep(50);
    }
  }
}
