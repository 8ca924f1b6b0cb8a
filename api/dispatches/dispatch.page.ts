import { historyOf } from '../../store/dispatches/history.view.ts';
import { codeOf } from '../../workflows/rules/dispatch/envelope.ts';
import { messagesAbout, statusesOf } from '../../store/dispatches/told.view.ts';
import type { Crumb, Page } from '../http/result.ts';
import { tasksPaths } from '../tasks/tasks.paths.ts';
import { dispatchJson } from './dispatch.data.ts';
import { dispatchView } from './dispatch.presenter.ts';
import { dispatchPath } from './dispatches.paths.ts';
import type { Reading } from './reading.ts';

/**
 * The page of one dispatch.
 * @param blocked why the form that was asked for cannot be shown instead
 */
export async function dispatchPage(reading: Reading, blocked?: string): Promise<Page> {
  const { id } = reading.state;
  const [{ events, brokenAt }, statuses, messages] = await Promise.all([
    historyOf(id),
    statusesOf(id),
    messagesAbout(id),
  ]);
  const full = { ...reading, events };
  const told = { statuses, messages, brokenAt };
  return {
    kind: 'page',
    view: 'dispatches/dispatch',
    title: titleOf(reading),
    trail: trailOf(reading),
    model: dispatchView(full, told, blocked),
    data: dispatchJson(full, told),
  };
}

/** Where the dispatch is in its life; a form on it stands one step further. */
export function trailOf(reading: Reading, further?: string): readonly Crumb[] {
  const { state, t } = reading;
  const { registration } = state;
  const place = t(`dispatches:status.${state.status}`);
  const number = registration
    ? t('dispatches:numberOf', { number: registration.number, year: registration.year })
    : '';
  const label = number === '' ? place : `${place}, ${number}`;
  const first = { label: t('tasks:title'), href: tasksPaths.inbox };
  return further === undefined
    ? [first, { label }]
    : [first, { label: titleOf(reading), href: dispatchPath(state.id) }, { label: further }];
}

export function titleOf({ state }: Reading): string {
  return codeOf(state.registration ?? state.envelope);
}
