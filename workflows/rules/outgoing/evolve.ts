import { clock } from '../dispatch/row.ts';
import type { OutgoingEvent, OutgoingEventOf } from './event.ts';
import { recalculated, resumed, withClock } from './evolve-clocks.ts';
import { evolveVisits } from './evolve-visits.ts';
import { currentVisit, type OutgoingState, type OutgoingStatus, type Version } from './state.ts';
import { taskAt } from './steps.ts';

/** The state after an event (core.md): total, no decisions; P-8 rests on it. */
export function evolve(state: OutgoingState, event: OutgoingEvent): OutgoingState {
  return {
    ...state,
    visits: evolveVisits(state.visits, event),
    firmBefore: firmAfter(state, event),
    reminded: event.kind === 'draftReminded',
    ...change(state, event),
    revision: event.revision,
    changedAt: event.at,
  };
}

const STATUS_OF: Readonly<Record<OutgoingEventOf<'stepOpened'>['act'], OutgoingStatus>> = {
  approve: 'approving',
  checkForm: 'checkingForm',
  sign: 'awaitingSignature',
};

function change(state: OutgoingState, event: OutgoingEvent): Partial<OutgoingState> {
  switch (event.kind) {
    case 'drafted': {
      const { content, drafter, calendar } = event;
      return { status: 'drafting', content, drafter, calendar, versions: [version(event, 1)] };
    }
    case 'draftSaved':
      return saved(state, event);
    case 'submitted':
      return { chain: event.chain, chosen: { steps: event.steps, people: event.people } };
    case 'stepOpened':
      return {
        status: STATUS_OF[event.act],
        ...(event.act === 'sign' && { approvedHash: state.content?.main?.hash, mayRevise: false }),
      };
    case 'sentBack':
    case 'stepRefused':
      return { status: 'sentBack' };
    case 'submissionWithdrawn':
      return { status: 'drafting' };
    case 'actWithdrawn': {
      const act = taskAt(state, event.task)?.visit.act;
      return act ? { status: STATUS_OF[act] } : {};
    }
    case 'copiedTo':
      return { copied: [...state.copied, ...event.people] };
    case 'paused':
      return { pausedAt: event.at };
    case 'resumed':
      return resumed(state, event);
    case 'revisionAllowed':
      return { mayRevise: true };
    case 'signed':
      return signed(event);
    case 'numberAsked': {
      const { series, year, notation } = event;
      return { status: 'numbering', pendingNumber: { series, year, notation } };
    }
    case 'numbered':
      return numbered(state, event);
    case 'numberVoided':
      return { number: undefined, signature: undefined, limits: {} };
    case 'issued':
      return { status: 'issued', issuedTo: event.recipients, limits: {} };
    case 'cancelled':
      return { status: 'cancelled', pausedAt: undefined };
    case 'deadlinesRecalculated':
      return recalculated(state, event);
    case 'levelFired':
      return withClock(state, event.clock, (old) => ({ ...old, fired: [...old.fired, event.level] }));
    default:
      return {};
  }
}

/** What people do beside the way of the draft does not make firm what others did on it. */
const BESIDE: ReadonlySet<OutgoingEvent['kind']> = new Set(['actWithdrawn', 'copiedTo', 'paused', 'resumed']);

function firmAfter(state: OutgoingState, { kind, by }: OutgoingEvent): number {
  if ('system' in by || BESIDE.has(kind)) return state.firmBefore;
  return currentVisit(state)?.id ?? state.visits.length;
}

function saved(state: OutgoingState, event: OutgoingEventOf<'draftSaved'>): Partial<OutgoingState> {
  const { content, version: number } = event;
  const versions = [...state.versions, version(event, number)];
  // O6: what was approved is in its drafter's hands again, until a step opens.
  const status = state.status === 'awaitingSignature' ? 'drafting' : state.status;
  return { content, versions, status };
}

function version({ at, by, content }: OutgoingEventOf<'drafted' | 'draftSaved'>, number: number): Version {
  return { number, at, by, main: content.main?.hash };
}

function signed({ at, by, authority, hash, limits }: OutgoingEventOf<'signed'>): Partial<OutgoingState> {
  return {
    status: 'signed',
    signature: { at, by, authority, hash },
    limits: { issuing: clock(limits.issuing, at), sending: clock(limits.sending, at) },
  };
}

function numbered(
  { pendingNumber }: OutgoingState,
  { number, at }: OutgoingEventOf<'numbered'>,
): Partial<OutgoingState> {
  if (!pendingNumber) return {};
  return { status: 'numbered', number: { ...pendingNumber, number, at }, pendingNumber: undefined };
}
