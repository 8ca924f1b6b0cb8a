import type { Page } from '../http/result.ts';
import { lineOf } from './lines.presenter.ts';
import { frameOf, type Shown, trailTo, unitName } from './overview.presenter.ts';
import { rowsPath, type Selection, supervisionPaths } from './supervision.paths.ts';
import type { AskedFigure } from './supervision.schema.ts';

export const PAGE_LENGTH = 50;

interface List extends Shown {
  readonly selection: Selection;
  readonly figure: AskedFigure;
  readonly count: number;
  readonly start: number;
}

/** The list behind one number: as many lines as the number says. */
export function rowsPage({ around, lines, selection, figure, count, start }: List): Page {
  const { t, look } = around;
  const title = t(`supervision:figure.${figure}`, { count });
  const place = placeOf(selection, { around, lines });
  const page = selection.page ?? 1;
  const link = (to: number) => rowsPath({ ...selection, ...look.carried, page: to });
  const { unit, person, tier, agency } = selection;
  return {
    ...{ kind: 'page', view: 'supervision/rows', title, trail: trailTo(around, ...place, title) },
    model: {
      ...frameOf(around, supervisionPaths.rows, { figure, unit, person, tier, agency }),
      lines: [...lines.values()].map((line) => lineOf(line, around)),
      previous: page > 1 ? link(page - 1) : undefined,
      next: start + PAGE_LENGTH < count ? link(page + 1) : undefined,
      position: t('supervision:position', { from: start + 1, to: start + lines.size, count }),
    },
    data: { figure, count, lines: [...lines.values()].map((line) => lineOf(line, around)) },
  };
}

/** Where the number stood: unit and person, tier, or agency. */
function placeOf(
  { unit, person, tier, agency }: Selection,
  { around, lines }: Pick<Shown, 'around' | 'lines'>,
) {
  const first = [...lines.values()][0];
  return [
    ...(tier ? [around.t(`supervision:tier.${tier}`)] : []),
    ...(agency ? [around.agencyNames.get(agency) ?? agency] : []),
    ...(unit ? [unitName(unit, around)] : []),
    ...(person ? [first?.holder ?? person] : []),
  ];
}
