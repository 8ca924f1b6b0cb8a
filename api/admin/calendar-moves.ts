import type { EnteredChange } from '../../store/calendars/calendar.model.ts';
import { calendarFrom, type Sources, sourcesOf } from '../../store/calendars/calendar.view.ts';
import { stateOf } from '../../store/dispatches/dispatch.view.ts';
import { agencyByCode } from '../../store/organisation/organisation.view.ts';
import { decide } from '../../workflows/rules/dispatch/decide.ts';
import { isRefusal } from '../../workflows/rules/dispatch/refusal.ts';
import type { ClockRef, DispatchState } from '../../workflows/rules/dispatch/state.ts';
import type { AgencyCode, DispatchId } from '../../workflows/rules/ids.ts';
import { SYSTEM } from '../../workflows/rules/people.ts';
import type { Calendar, Instant } from '../../workflows/rules/working-time/calendar.ts';
import type { Visit } from '../http/define-route.ts';
import type { Move } from './change.presenter.ts';

/** The sources of a calendar as they will be once an agency has entered a change. */
export function withEntry({ own, inherited }: Sources, agency: AgencyCode, entry: EnteredChange): Sources {
  if (inherited?.agency === agency) {
    return { own, inherited: { agency, entries: [...inherited.entries, entry] } };
  }
  return { own: { agency, entries: [...(own?.entries ?? []), entry] }, inherited };
}

/** The deadlines of some dispatches that a change would move, earliest first (T-12). */
export async function movesOf(
  concerned: readonly { readonly agency: AgencyCode; readonly dispatch: DispatchId }[],
  changing: AgencyCode,
  entry: EnteredChange,
  { now, t }: Pick<Visit, 'now' | 't'>,
): Promise<readonly Move[]> {
  const agencies = [...new Set(concerned.map(({ agency }) => agency))];
  const known = new Map(
    await Promise.all(
      agencies.map(async (agency) => {
        const [found, sources] = await Promise.all([agencyByCode(agency), sourcesOf(agency, now)]);
        const calendar = calendarFrom(withEntry(sources, changing, entry), now);
        return [agency, { name: found?.shortName ?? agency, calendar }] as const;
      }),
    ),
  );
  const moves = await Promise.all(
    concerned.map(async ({ agency, dispatch }) => {
      const of = known.get(agency);
      return of ? movesIn(await stateOf(agency, dispatch), of.calendar, of.name, now, t) : [];
    }),
  );
  return moves.flat().toSorted((a, b) => a.before - b.before);
}

/** What the decider would do if it were told this calendar now. */
function movesIn(
  state: DispatchState,
  calendar: Calendar,
  agency: string,
  now: Instant,
  t: Visit['t'],
): readonly Move[] {
  const answer = decide(state, { kind: 'calendarChanged', calendar, by: SYSTEM }, now);
  if (isRefusal(answer)) return [];
  // Never the content: an administrator sees a dispatch only by its code (flows.md §10).
  const shown = state.registration ?? state.envelope;
  const code = `${shown?.codeNumber ?? ''}/${shown?.codeNotation ?? ''}`;
  return answer
    .flatMap((event) => (event.kind === 'deadlinesRecalculated' ? event.changes : []))
    .map(({ clock, before, after }) => ({
      ...{ agency, code, holder: holderOf(state, clock, t), before: before.due, after: after.due },
    }));
}

function holderOf(state: DispatchState, clock: ClockRef, t: Visit['t']): string {
  if ('limit' in clock) return t(`supervision:limit.${clock.limit}`);
  const row = state.rows[clock.row];
  return row && row.id !== 0 ? row.receiver.name : t('admin:preview.whole');
}
