import type { Tally } from '../../store/supervision/tallies.view.ts';
import { type Figures, figuresOf, rateOnTime } from '../../workflows/rules/supervision/figures.ts';
import { formatInstant } from '../../workflows/rules/working-time/date-text.ts';
import { addMonths, dateOf, dayOf } from '../../workflows/rules/working-time/days.ts';
import type { Visit } from '../http/define-route.ts';
import type { Locale } from '../http/i18n.ts';
import { type Look, monthOf } from './look.ts';
import { rowsPath, type Selection } from './supervision.paths.ts';
import type { AskedFigure } from './supervision.schema.ts';

/** One number with the list of dispatches behind it. */
export interface Cell {
  readonly label: string;
  readonly value: string;
  readonly href: string | undefined;
  readonly tone: 'late' | 'near' | 'calm' | 'zero';
}

/** One line of a table of figures, with its bar. */
export interface Group {
  readonly name: string;
  readonly href: string | undefined;
  readonly bar: Bar;
  readonly cells: readonly Cell[];
}

/** Parts of a bar in hundredths of the longest one. */
interface Bar {
  readonly words: string;
  readonly parts: readonly { readonly tone: string; readonly x: string; readonly width: string }[];
}

/** How rows are gathered into lines, and what a line and its numbers lead to. */
export interface Grouping {
  readonly keyOf: (row: Tally) => string;
  readonly nameOf: (key: string, row: Tally) => string;
  readonly hrefOf: (key: string) => string | undefined;
  readonly selectionOf: (key: string) => Selection;
}

const COLUMNS = [
  ...(['openLate', 'dueSoon', 'openInTime', 'noDeadline', 'suspended'] as const),
  ...(['finishedOnTime', 'finishedLate', 'returned', 'withdrawn'] as const),
];

const TONES: Partial<Record<AskedFigure, Cell['tone']>> = { openLate: 'late', dueSoon: 'near' };

/** The headings of a table of figures. */
export function columnsOf(t: Visit['t']): readonly string[] {
  return [
    ...COLUMNS.map((figure) => t(`supervision:short.${figure}`)),
    t('supervision:rate'),
    t('supervision:oldest'),
  ];
}

/** The table of figures by unit, person, tier or agency: what hurts most comes first (V-1). */
export function groupsOf(
  rows: readonly Tally[],
  look: Look,
  grouping: Grouping,
  t: Visit['t'],
  locale: Locale,
): readonly Group[] {
  const gathered = Map.groupBy(rows, grouping.keyOf);
  const counted = [...gathered]
    .map(([key, own]) => ({ key, first: own[0], figures: figuresOf(own, look.period, look.horizon) }))
    .filter(({ figures }) => COLUMNS.some((figure) => figures[figure] > 0))
    .sort((a, b) => b.figures.openLate - a.figures.openLate || b.figures.dueSoon - a.figures.dueSoon);
  const longest = Math.max(1, ...counted.map(({ figures }) => figures.openLate + figures.openInTime));
  return counted.map(({ key, first, figures }) => ({
    name: first ? grouping.nameOf(key, first) : key,
    href: grouping.hrefOf(key),
    bar: barOf(figures, longest, t),
    cells: cellsOf(figures, look, grouping.selectionOf(key), t, locale),
  }));
}

/** Every figure as a number that leads to its list. */
export function cellsOf(
  figures: Figures,
  look: Look,
  selection: Selection,
  t: Visit['t'],
  locale: Locale,
): readonly Cell[] {
  const numbers = COLUMNS.map((figure): Cell => {
    const value = figures[figure];
    const href = value > 0 ? rowsPath({ ...look.carried, ...selection, figure }) : undefined;
    const tone = value > 0 ? (TONES[figure] ?? 'calm') : 'zero';
    return { label: t(`supervision:short.${figure}`), value: value.toLocaleString(locale), href, tone };
  });
  const plain = { href: undefined, tone: 'calm' } as const;
  const { oldest } = figures;
  return [
    ...numbers,
    { label: t('supervision:rate'), value: percentOf(figures, locale), ...plain },
    {
      label: t('supervision:oldest'),
      value: oldest === undefined ? '–' : formatInstant(look.calendar, oldest).slice(6),
      ...plain,
    },
  ];
}

function percentOf(figures: Figures, locale: Locale): string {
  const rate = rateOnTime(figures);
  return rate === undefined
    ? '–'
    : rate.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 });
}

function barOf(figures: Figures, longest: number, t: Visit['t']): Bar {
  const { openLate: late, dueSoon: soon } = figures;
  const lengths = [
    { tone: 'late', count: late },
    { tone: 'near', count: soon },
    { tone: 'time', count: figures.openInTime - soon },
  ];
  let x = 0;
  const parts = lengths.map(({ tone, count }) => {
    const part = { tone, x: x.toFixed(1), width: ((count / longest) * 100).toFixed(1) };
    x += (count / longest) * 100;
    return part;
  });
  return { words: t('supervision:barWords', { late, soon, inTime: figures.openInTime }), parts };
}

/** The filter form: the instant as typed, and the last twelve months. */
export function filterOf({ period, calendar, carried, month }: Look) {
  const first = dayOf(`${monthOf(calendar, period.asOf)}-01`);
  const recent = Array.from({ length: 12 }, (_, back) => dateOf(addMonths(first, -back)).slice(0, 7));
  const months = recent.includes(month) ? recent : [month, ...recent];
  return {
    asOf: formatInstant(calendar, period.asOf),
    typed: carried.asOf,
    months: months.map((value) => ({ value, name: monthName(value), current: value === month })),
  };
}

/** `03/2026`, as people write a month. */
export function monthName(month: string): string {
  return month.split('-').toReversed().join('/');
}
