export { dispatch } from './dispatch.workflow.ts';
