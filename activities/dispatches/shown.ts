import { withoutAccents } from '../../store/organisation/accents.ts';
import { codeOf, type Envelope, type RegistrationForm } from '../../workflows/rules/dispatch/envelope.ts';
import type { DispatchState } from '../../workflows/rules/dispatch/state.ts';

type Shown = Envelope | RegistrationForm;

/** What came: every record begins with it. */
export function cameAs({ id, envelope }: DispatchState): Envelope {
  if (!envelope) throw new Error(`Dispatch ${id} has a record before it came`);
  return envelope;
}

/** What is shown of the document: what the clerk registered, before that what came. */
export function shownOf(state: DispatchState): Shown {
  return state.registration ?? cameAs(state);
}

/** What a register is searched by, without accents. */
export function searched(shown: Shown): string {
  return withoutAccents(`${codeOf(shown)} ${shown.author} ${shown.subject}`);
}
