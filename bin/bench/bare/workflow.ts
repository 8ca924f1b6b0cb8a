import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

const { nothing } = proxyLocalActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '5s' });

export const bareUpdate = defineUpdate('bare');

/** The least that an act can cost on this engine: an update that does one empty local activity. */
export async function bare(): Promise<void> {
  setHandler(bareUpdate, () => nothing());
  await condition(() => false);
}
