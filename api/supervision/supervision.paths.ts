/** What a supervisor looks at: the same words as addresses and as input. */
export interface Selection {
  readonly asOf?: string | undefined;
  readonly month?: string | undefined;
  readonly unit?: string | undefined;
  readonly person?: string | undefined;
  readonly tier?: string | undefined;
  readonly agency?: string | undefined;
  readonly figure?: string | undefined;
  readonly page?: number | undefined;
}

export const supervisionPaths = {
  overview: '/supervision',
  rows: '/supervision/rows',
  tiers: '/supervision/tiers/:tier',
} as const;

export const overviewPath = (selection: Selection): string => address(supervisionPaths.overview, selection);

export const rowsPath = (selection: Selection): string => address(supervisionPaths.rows, selection);

export const tierPath = (tier: string, selection: Selection): string =>
  address(supervisionPaths.tiers.replace(':tier', tier), selection);

function address(path: string, selection: Selection): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(selection) as [string, string | number | undefined][]) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
