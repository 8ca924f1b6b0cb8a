import { recordOf } from '../../store/dispatches/dispatch.view.ts';
import type { Activities } from '../../workflows/contract/activities.ts';
import { REMEMBERED } from '../../workflows/contract/dispatch.contract.ts';

/** Where the record of a dispatch stands, as its case is given it. */
export const recorded: Activities['recorded'] = async ({ agency, dispatch }) => {
  const { state, answered } = await recordOf(agency, dispatch);
  return { state, answered: answered.slice(-REMEMBERED) };
};
