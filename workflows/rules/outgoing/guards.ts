import { hasActed, isGone, type TaskId } from '../approval/task.ts';
import { lacksApprovers } from '../approval/visit.ts';
import { type Refusal, refuse } from '../dispatch/refusal.ts';
import type { Actor, OfficeRole } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import type { OutgoingAct } from './command.ts';
import { guardTask, notAdministrator, type TaskAct } from './guard-task.ts';
import { currentVisit, isOver, type OutgoingState, type OutgoingStatus } from './state.ts';

/** Acts on the draft as a whole. */
export type DraftAct = Exclude<OutgoingAct['kind'], TaskAct>;

/**
 * May this actor do this act now, whatever the form says? The same answer draws the buttons and guards the act.
 * @param task the approver's task that the act is about, for acts on tasks
 */
export function guard(
  state: OutgoingState,
  actor: Actor,
  kind: OutgoingAct['kind'],
  task: TaskId | undefined,
  at: Instant,
): Refusal | undefined {
  if (actor.agency !== state.agency) return refuse('U-3', 'notYours');
  if (isOver(state)) return refuse('P-3', 'dispatchClosed', { status: state.status });
  const goesOn = kind === 'resume' || kind === 'cancel';
  if (state.pausedAt !== undefined && !goesOn) return refuse('P-3', 'casePaused');
  return isDraftAct(kind) ? DRAFT_GUARDS[kind](state, actor) : guardTask(state, actor, kind, task, at);
}

function isDraftAct(kind: OutgoingAct['kind']): kind is DraftAct {
  return kind in DRAFT_GUARDS;
}

const EDITABLE: readonly OutgoingStatus[] = ['drafting', 'sentBack'];
const UNDER_WAY: readonly OutgoingStatus[] = ['approving', 'checkingForm', 'awaitingSignature'];

const DRAFT_GUARDS: Record<DraftAct, (state: OutgoingState, actor: Actor) => Refusal | undefined> = {
  draft: (state, actor) => isIn(state, 'O1', ['none']) ?? mayNotDraft(actor),
  save: (state, actor) =>
    isIn(state, 'O1', state.mayRevise ? [...EDITABLE, 'awaitingSignature'] : EDITABLE) ??
    notColleague(state, actor),
  submit: (state, actor) => isIn(state, 'O2', EDITABLE) ?? notDrafter(state, actor, 'O2'),
  copyTo: (state, actor) => isIn(state, 'A-1', [...EDITABLE, ...UNDER_WAY]) ?? notTakingPart(state, actor),
  withdrawSubmission: (state, actor) =>
    isIn(state, 'O13', ['approving']) ?? notDrafter(state, actor, 'O13') ?? somebodyActed(state),
  pause: (state, actor) => isIn(state, 'A-1', UNDER_WAY) ?? notAdministrator(actor, 'A-1'),
  resume: (state, actor) =>
    state.pausedAt === undefined ? refuse('A-1', 'notPaused') : notAdministrator(actor, 'A-1'),
  appoint: (state, actor) => {
    const visit = currentVisit(state);
    if (!visit || !lacksApprovers(visit)) return refuse('A-7', 'stepHasApprovers');
    return notAdministrator(actor, 'A-7');
  },
  jump: (state, actor) => isIn(state, 'A-1', UNDER_WAY) ?? notAdministrator(actor, 'A-1'),
  number: (state, actor) => isIn(state, 'O9', ['signed']) ?? notClerk(actor, 'O9'),
  voidNumber: (state, actor) => isIn(state, 'O12', ['numbered']) ?? notClerk(actor, 'O12'),
  issue: (state, actor) => isIn(state, 'O11', ['numbered']) ?? notClerk(actor, 'O11'),
  cancel: (state, actor) => isIn(state, 'O14', [...EDITABLE, ...UNDER_WAY]) ?? notCanceller(state, actor),
};

function isIn(
  { status }: OutgoingState,
  rule: string,
  among: readonly OutgoingStatus[],
): Refusal | undefined {
  return among.includes(status) ? undefined : refuse(rule, 'wrongStatus', { status });
}

function holds({ roles }: Actor, role: OfficeRole): boolean {
  return roles.includes(role);
}

const DRAFTERS: readonly OfficeRole[] = ['officer', 'headOfUnit', 'clerk', 'chiefOfOffice', 'leader'];

function mayNotDraft(actor: Actor): Refusal | undefined {
  return DRAFTERS.some((role) => holds(actor, role)) ? undefined : refuse('O1', 'mayNotDraft');
}

function notClerk(actor: Actor, rule: string): Refusal | undefined {
  return holds(actor, 'clerk') ? undefined : refuse(rule, 'notClerk');
}

function notDrafter({ drafter }: OutgoingState, actor: Actor, rule: string): Refusal | undefined {
  return drafter?.post === actor.post ? undefined : refuse(rule, 'drafterOnly');
}

/** Colleagues of the drafter's unit edit along; handing in is the drafter's. */
function notColleague({ drafter }: OutgoingState, actor: Actor): Refusal | undefined {
  return drafter?.unit === actor.unit ? undefined : refuse('O1', 'notYourUnit');
}

function notCanceller(state: OutgoingState, actor: Actor): Refusal | undefined {
  const units = state.drafter ? [state.drafter.unit, ...state.drafter.above] : [];
  if (holds(actor, 'headOfUnit') && units.includes(actor.unit)) return undefined;
  return notDrafter(state, actor, 'O14') && refuse('O14', 'cancellerOnly');
}

function notTakingPart(state: OutgoingState, actor: Actor): Refusal | undefined {
  const tasks = currentVisit(state)?.tasks ?? [];
  const approves = tasks.some((task) => task.approver.post === actor.post && !isGone(task));
  return approves ? undefined : notDrafter(state, actor, 'A-1') && refuse('A-1', 'notTakingPart');
}

/** O13: nobody has acted at the present step. */
function somebodyActed(state: OutgoingState): Refusal | undefined {
  const tasks = currentVisit(state)?.tasks ?? [];
  const touched = tasks.some((task) => hasActed(task) || task.addedBy !== undefined || isGone(task));
  return touched ? refuse('O13', 'nextHasActed') : undefined;
}
