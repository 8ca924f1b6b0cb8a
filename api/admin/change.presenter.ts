import type { EnteredChange } from '../../store/calendars/calendar.model.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { formatDate } from '../../workflows/rules/working-time/date-text.ts';
import type { Visit } from '../http/define-route.ts';
import type { Page } from '../http/result.ts';
import { adminPaths } from './admin.paths.ts';
import { tabsOf } from './calendar.presenter.ts';
import type { Change, Typed } from './calendar.schema.ts';
import { changesOf, WEEKDAYS } from './day-words.presenter.ts';

type T = Visit['t'];

/** So many lines stand in the form; a line may be several days. */
const LINES = 6;

const trailOf = (t: T, last: string) => [
  { label: t('admin:calendar.title'), href: adminPaths.calendar },
  { label: last },
];

/** The form of a change: some days and a note. */
export function changePage({ note, lines }: Typed, t: T): Page {
  const title = t('admin:change.title');
  const blank = { from: '', to: '', what: 'off', hours: '1', name: '' };
  return {
    ...{ kind: 'page', view: 'admin/calendar-change', title, trail: trailOf(t, title) },
    model: {
      ...{ tabs: tabsOf('calendar', t), note, preview: adminPaths.calendarPreview },
      lines: Array.from({ length: Math.max(LINES, lines.length) }, (_, place) => {
        const line = lines[place] ?? blank;
        return {
          ...line,
          ...{ place, fromField: `lines.${place}.from`, toField: `lines.${place}.to` },
          title: t('admin:change.line', { line: place + 1 }),
          whats: (['off', 'worked', 'ordinary'] as const).map((value) => ({
            ...{ value, name: t(`admin:what.${value}`), chosen: value === line.what },
          })),
          weekdays: WEEKDAYS.map((value) => ({
            ...{ value, name: t(`admin:weekday.${value}`), chosen: String(value) === line.hours },
          })),
        };
      }),
    },
  };
}

/** One deadline that would move. */
export interface Move {
  readonly agency: string;
  readonly code: string;
  readonly holder: string;
  readonly before: Instant;
  readonly after: Instant;
}

interface Preview {
  readonly change: Change;
  readonly entry: EnteredChange;
  readonly version: number;
  readonly moves: readonly Move[];
  /** Dispatches looked at, and those that have a deadline after the first changed day. */
  readonly looked: number;
  readonly concerned: number;
  readonly t: T;
}

/** What would change, before it does; publishing sends the same lines again. */
export function previewPage({ change, entry, version, moves, looked, concerned, t }: Preview): Page {
  const title = t('admin:preview.title');
  const hidden = change.lines.flatMap(({ from, to, what, hours, name }, place) =>
    Object.entries({ from: formatDate(from), to: formatDate(to), what, hours, name }).map(
      ([field, value]) => ({
        ...{ name: `lines[${place}][${field}]`, value },
      }),
    ),
  );
  const again = new URLSearchParams([
    ['note', change.note],
    ...hidden.map(({ name, value }) => [name, String(value)]),
  ] as [string, string][]);
  return {
    ...{ kind: 'page', view: 'admin/calendar-preview', title, trail: trailOf(t, title) },
    model: {
      ...{
        tabs: tabsOf('calendar', t),
        note: change.note,
        changes: changesOf(entry, t),
        version,
        hidden,
        moves,
      },
      summary: t('admin:preview.summary', { count: moves.length }),
      partly: looked < concerned ? t('admin:preview.partly', { looked, concerned }) : undefined,
      publish: adminPaths.calendar,
      again: `${adminPaths.calendarChange}?${again.toString()}`,
    },
  };
}
