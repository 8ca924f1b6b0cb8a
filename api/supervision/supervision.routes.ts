import { type Route, route } from '../http/define-route.ts';
import { showOverview, showRows, showTier } from './supervision.handlers.ts';
import { overviewData, rowsData, tierData } from './supervision.data.ts';
import { supervisionPaths as paths } from './supervision.paths.ts';
import * as schema from './supervision.schema.ts';

const open = { permission: 'supervise', audit: 'none' } as const;

const overview = route('get', paths.overview, { schema: schema.overviewAgain, ...open }, showOverview);
const tier = route('get', paths.tiers, { schema: schema.tierAgain, ...open }, showTier);
const rows = route('get', paths.rows, { schema: schema.rowsAgain, ...open }, showRows);

export const supervisionRoutes: readonly Route[] = [
  route(
    'get',
    paths.overview,
    { schema: schema.overviewInput, ...open, answer: overviewData, form: overview },
    showOverview,
  ),
  route('get', paths.rows, { schema: schema.rowsInput, ...open, answer: rowsData, form: rows }, showRows),
  route('get', paths.tiers, { schema: schema.tierInput, ...open, answer: tierData, form: tier }, showTier),
];
