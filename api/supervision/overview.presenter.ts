import type { InboxLine } from '../../store/dispatches/row.model.ts';
import type { Tally } from '../../store/supervision/tallies.view.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import { figuresOf } from '../../workflows/rules/supervision/figures.ts';
import type { Crumb, Page } from '../http/result.ts';
import { cellsOf, columnsOf, filterOf, type Grouping, groupsOf, monthName } from './figures.presenter.ts';
import type { Count } from './count.ts';
import { type Around, lineOf } from './lines.presenter.ts';
import { DESK, holderKey } from './look.ts';
import { overviewPath, rowsPath, type Selection, supervisionPaths, tierPath } from './supervision.paths.ts';

/** What every page of the supervisor is made of. */
export interface Shown {
  readonly around: Around;
  readonly actor: Actor;
  readonly lines: ReadonlyMap<string, InboxLine>;
}

interface Overview extends Shown, Count {
  readonly rowsBelow: readonly Tally[];
  readonly unit: string | undefined;
}

/** The first page: what is late now, what will be late next, and where. */
export function overviewPage({ around, lines, rows, rowsBelow, unit, late, soon }: Overview): Page {
  const { look, t, locale } = around;
  const selection: Selection = unit === undefined ? {} : { unit };
  const figures = figuresOf(rows, look.period, look.horizon);
  const listed = (ids: readonly string[]) =>
    ids.flatMap((id) => lines.get(id) ?? []).map((line) => lineOf(line, around));
  const link = (figure: string) => rowsPath({ ...look.carried, ...selection, figure });
  const name = unit === undefined ? undefined : unitName(unit, around);
  const urgent = [
    { kind: 'late', count: figures.openLate, lines: listed(late), href: link('openLate') },
    { kind: 'soon', count: figures.dueSoon, lines: listed(soon), href: link('dueSoon') },
  ].map((list) => ({
    ...list,
    title: t(`supervision:${list.kind}Title`, { count: list.count }),
    none: t(`supervision:${list.kind}None`),
    rest: list.count > list.lines.length ? t('supervision:all', { count: list.count }) : undefined,
  }));
  return {
    ...{ kind: 'page', view: 'supervision/overview', title: name ?? t('supervision:title') },
    ...(name !== undefined && { trail: trailTo(around, name) }),
    model: {
      ...frameOf(around, supervisionPaths.overview, selection),
      cells: cellsOf(figures, look, selection, t, locale),
      urgent,
      table: {
        caption: t(unit === undefined ? 'supervision:byUnit' : 'supervision:byPerson'),
        head: t(unit === undefined ? 'supervision:unit' : 'supervision:person'),
        columns: columnsOf(t),
        groups: groupsOf(rows, look, unit === undefined ? byUnit(around) : byPerson(unit), t, locale),
      },
      tiers: tiersOf(rowsBelow, around),
    },
  };
}

/** The agencies of a tier, each with its figures. */
export function tierPage({ around, rows, tier }: Shown & { rows: readonly Tally[]; tier: string }): Page {
  const { look, t, locale } = around;
  const title = t(`supervision:tier.${tier}`);
  const grouping: Grouping = {
    keyOf: ({ agency = '' }) => agency,
    nameOf: (agency) => around.agencyNames.get(agency) ?? agency,
    hrefOf: () => undefined,
    selectionOf: (agency) => ({ agency }),
  };
  return {
    ...{ kind: 'page', view: 'supervision/tier', title, trail: trailTo(around, title) },
    model: {
      ...frameOf(around, tierPath(tier, {}), {}),
      cells: cellsOf(figuresOf(rows, look.period, look.horizon), look, { tier }, t, locale),
      table: {
        ...{ caption: t('supervision:byAgency'), head: t('supervision:agency'), columns: columnsOf(t) },
        groups: groupsOf(rows, look, grouping, t, locale),
      },
    },
  };
}

/** The way back to the first page, with its instant and month. */
export function trailTo({ look, t }: Around, ...names: readonly string[]): readonly Crumb[] {
  return [
    { label: t('supervision:title'), href: overviewPath(look.carried) },
    ...names.map((label) => ({ label })),
  ];
}

/** What stands over the figures: as of when, for which month, and what the past does not tell. */
export function frameOf({ look, t }: Around, action: string, hidden: Selection) {
  const month = monthName(look.month);
  const given = Object.entries(hidden) as [string, string | number | undefined][];
  return {
    filter: {
      ...filterOf(look),
      action,
      hidden: given.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
    },
    present: look.past ? overviewPath({ ...hidden, month: look.carried.month }) : undefined,
    caveat: look.past ? t('supervision:caveat') : undefined,
    monthWords: t('supervision:monthWords', { month }),
  };
}

/** What a unit is called, or the desk. */
export function unitName(unit: string, { unitNames, t }: Around): string {
  return unit === DESK ? t('supervision:desk') : (unitNames.get(unit) ?? unit);
}

function byUnit(around: Around): Grouping {
  const { carried } = around.look;
  return {
    keyOf: ({ unit }) => unit ?? DESK,
    nameOf: (unit) => unitName(unit, around),
    hrefOf: (unit) => overviewPath({ ...carried, unit }),
    selectionOf: (unit) => ({ unit }),
  };
}

function byPerson(unit: string): Grouping {
  return {
    keyOf: holderKey,
    nameOf: (_key, { holder = '' }) => holder,
    hrefOf: () => undefined,
    selectionOf: (person) => ({ unit, person }),
  };
}

function tiersOf(rows: readonly Tally[], around: Around) {
  const { look, t, locale } = around;
  const { below } = look.oversight;
  if (below.length === 0) return undefined;
  const tiers = new Map<string, string>(below.map(({ _id, tier }) => [_id, tier]));
  const grouping: Grouping = {
    keyOf: ({ agency = '' }) => tiers.get(agency) ?? '',
    nameOf: (tier) => t(`supervision:tier.${tier}`),
    hrefOf: (tier) => tierPath(tier, look.carried),
    selectionOf: (tier) => ({ tier }),
  };
  return {
    ...{ caption: t('supervision:byTier'), head: t('supervision:tierHead'), columns: columnsOf(t) },
    groups: groupsOf(rows, look, grouping, t, locale),
  };
}
