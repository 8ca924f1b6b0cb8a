import { evolve } from '../../workflows/rules/dispatch/evolve.ts';
import { emptyState } from '../../workflows/rules/dispatch/state.ts';
import { actorText, eventText } from './event-words.ts';
import type { FullReading } from './reading.ts';

/** One line of the history: "10:05 09/03/2026, Lò Thị Mai (Văn thư) vào sổ số đến 513". */
export interface LineView {
  readonly revision: number;
  readonly kind: string;
  readonly at: number;
  readonly who: string;
  readonly text: string;
}

/** Everything that happened, in sentences. */
export function historyView({
  state,
  events,
  t,
}: Pick<FullReading, 'state' | 'events' | 't'>): readonly LineView[] {
  let told = emptyState(state.agency, state.id);
  return events.map((event, index) => {
    // Whoever held a row on that day is named, also where it went to somebody else since.
    told = evolve(told, event);
    // The number comes from the system; whoever asked for it registered the document.
    const asked = event.kind === 'registered' ? events.slice(0, index).findLast(isAsking) : undefined;
    const { revision, kind, at } = event;
    return {
      revision,
      kind,
      at,
      who: actorText((asked ?? event).by, t),
      text: eventText(event, { state: told, t }),
    };
  });
}

function isAsking({ kind }: FullReading['events'][number]): boolean {
  return kind === 'registrationAsked';
}
