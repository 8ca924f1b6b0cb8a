import { changesPath, dispatchPath } from './dispatches.paths.ts';
import { historyView } from './history.presenter.ts';
import type { FullReading, Reading } from './reading.ts';

/** How many of the changes a notice tells; the page it leads to has them all. */
const TOLD = 3;

/** What an open page listens to, and where it asks what that was; a form must not be left for it. */
export function watchView({ state: { id, revision } }: Reading, typing: boolean) {
  return { event: `dispatch-${id}`, path: changesPath(id, revision, typing) };
}

/** What others did since a page was shown; that somebody read it changes nothing on it. */
export function changesView(reading: FullReading, since: number, typing: boolean) {
  const { events, actor, state, t } = reading;
  const byOthers = new Set(
    events
      .filter(({ kind, by }) => kind !== 'rowRead' && !('post' in by && by.post === actor.post))
      .map(({ revision }) => revision),
  );
  const lines = historyView(reading).filter(({ revision }) => revision > since && byOthers.has(revision));
  const more = lines.length - TOLD;
  return {
    lines: lines.slice(-TOLD),
    ...(more > 0 && { more: t('dispatches:changed.more', { count: more }) }),
    href: dispatchPath(state.id),
    typing,
  };
}
