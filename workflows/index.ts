export { dispatch } from './dispatch.workflow.ts';
export { recalculation } from './upkeep.workflow.ts';
