import type { Row } from '../../workflows/rules/dispatch/row.ts';
import { isOpen } from '../../workflows/rules/dispatch/row.ts';
import { type ActView, actsOnOthers } from './acts.presenter.ts';
import { type DeadlineView, deadlineView } from './deadline.presenter.ts';
import { actorText } from './event-words.ts';
import type { Reading } from './reading.ts';

/** One line of the tree of receivers. */
export interface RowView {
  readonly id: number;
  /** How deep in the tree, 0 for the agency's own desk; drawn up to 5. */
  readonly level: number;
  readonly holder: string;
  readonly detail: string;
  readonly role: string;
  readonly state: string;
  readonly tone: 'active' | 'done' | 'calm';
  readonly how: string;
  readonly deadline: DeadlineView | undefined;
  readonly dueAt: number | undefined;
  readonly assignedBy: string;
  readonly assignedAt: number;
  readonly readAt: number | undefined;
  readonly finishedAt: number | undefined;
  readonly percent: number | undefined;
  readonly mine: boolean;
  readonly acts: readonly ActView[];
}

/** The tree of rows, each below the one that forwarded it. */
export function rowViews(reading: Reading, mine: readonly Row[]): readonly RowView[] {
  const { rows } = reading.state;
  const branch = (parent: number | undefined, level: number): readonly RowView[] =>
    rows
      .filter((row) => row.parent === parent)
      .flatMap((row) => [rowView(reading, row, level, mine.includes(row)), ...branch(row.id, level + 1)]);
  return branch(undefined, 0);
}

function rowView(reading: Reading, row: Row, level: number, mine: boolean): RowView {
  const { t } = reading;
  const { receiver, clock, completion } = row;
  const open = isOpen(row);
  return {
    id: row.id,
    level: Math.min(level, 5),
    holder: receiver.name,
    detail: detailOf(row, t),
    role: row.id === 0 ? t('dispatches:role.desk') : t(`dispatches:role.${row.role}`),
    state: t(`dispatches:rowState.${row.state}`),
    tone: row.state === 'completed' ? 'done' : open ? 'active' : 'calm',
    how: completion && completion !== 'own' ? t(`dispatches:completion.${completion}`) : '',
    deadline: open && clock ? deadlineView(reading, clock.deadline, { row: row.id }) : undefined,
    dueAt: clock?.deadline.due,
    assignedBy: actorText(row.assignedBy, t),
    assignedAt: row.assignedAt,
    readAt: row.readAt,
    finishedAt: row.finishedAt,
    percent: open && row.percent > 0 ? row.percent : undefined,
    mine,
    acts: actsOnOthers(reading, row.id),
  };
}

/** Whose hands it is in besides whom it was given to, or their title. */
function detailOf({ receiver, claimedBy, takenFrom }: Row, t: Reading['t']): string {
  if (claimedBy) return t('dispatches:claimedBy', { name: claimedBy.name });
  if (takenFrom) return t('dispatches:takenFrom', { name: takenFrom.name });
  return 'title' in receiver ? receiver.title : '';
}
