import type { Message } from '../../store/messages/message.model.ts';
import type { OutgoingStatus } from '../../store/exchange/status.model.ts';
import { owns } from '../../workflows/rules/dispatch/owners.ts';
import type { Row } from '../../workflows/rules/dispatch/row.ts';
import { watchView } from './changes.presenter.ts';
import { documentView } from './document.presenter.ts';
import { dispatchPath, dispatchPaths } from './dispatches.paths.ts';
import { historyView } from './history.presenter.ts';
import { nowView } from './now.presenter.ts';
import { pathView } from './path.presenter.ts';
import type { FullReading, Reading } from './reading.ts';
import { rowViews } from './rows.presenter.ts';
import { messageViews, statusViews } from './told.presenter.ts';

/** What was told outside because of a dispatch, and whether its record is whole. */
export interface Told {
  readonly statuses: readonly OutgoingStatus[];
  readonly messages: readonly Message[];
  readonly brokenAt: number | undefined;
}

/** The page of one dispatch (ui.md, page 2). */
export function dispatchView(reading: FullReading, { statuses, messages, brokenAt }: Told, blocked?: string) {
  const { state, t } = reading;
  const mine = ownRows(reading);
  const rows = rowViews(reading, mine);
  return {
    document: documentView(state, t),
    now: nowView(reading, mine),
    path: pathView(reading),
    rows,
    actsOnRows: rows.some(({ acts }) => acts.length > 0),
    statuses: statusViews(statuses, t),
    messages: messageViews(messages, t),
    history: historyView(reading),
    integrity:
      brokenAt === undefined
        ? { whole: true, text: t('dispatches:integrity.whole', { count: state.revision }) }
        : { whole: false, text: t('dispatches:integrity.broken', { revision: brokenAt }) },
    /** Why the form that was asked for is not shown. */
    blocked,
    watch: watchView(reading, false),
    paths: {
      read: dispatchPaths.read.replace(':id', encodeURIComponent(state.id)),
      self: dispatchPath(state.id),
    },
  };
}

/** The rows in my hands, or that were: the agency's own desk is everybody's there. */
export function ownRows({ state, actor }: Reading): readonly Row[] {
  return state.rows.filter((row) => row.id !== 0 && owns(actor, row));
}
