import { revisionOf } from '../../store/dispatches/dispatch.view.ts';
import { allocate } from '../../store/numbers/number.repository.ts';
import type { Activities } from '../../workflows/contract/activities.ts';

/** The next number of a register and year, unless the dispatch that asks is not where it believes to be. */
export const allocateNumber: Activities['allocateNumber'] = async (asked) => {
  const { key, agency, dispatch, written, register, year } = asked;
  if ((await revisionOf(dispatch)) !== written) return undefined;
  return allocate(`${agency}/${register}/${year}`, key);
};
