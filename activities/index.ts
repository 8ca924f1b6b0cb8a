import { stateOf } from '../store/dispatches/dispatch.view.ts';
import { allocate } from '../store/numbers/number.repository.ts';
import type { Activities } from '../workflows/contract/activities.ts';
import { project } from './dispatches/project.ts';
import { countAble } from './notices/recipients.ts';

/**
 * The outside world as the law sees it.
 * @param clock the present instant of the product; another than the machine's only in plays and tests
 */
export function createActivities(clock: () => number): Activities {
  return {
    project,
    allocateNumber: ({ key, agency, register, year }) => allocate(`${agency}/${register}/${year}`, key),
    countAssignees: ({ agency, receiver }) => countAble(agency, receiver, clock()),
    recordedState: ({ agency, dispatch }) => stateOf(agency, dispatch),
  };
}
