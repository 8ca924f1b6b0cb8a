import { z } from 'zod';
import { type Route, route } from '../http/define-route.ts';
import { adminPaths as paths } from './admin.paths.ts';
import { previewChange, publishChange, showCalendar, showChange } from './calendar.handlers.ts';
import { changeAgain, changeInput, publishInput, yearInput } from './calendar.schema.ts';

const ofCalendar = { permission: 'admin.calendar', audit: 'none' } as const;

const change = route('get', paths.calendarChange, { schema: changeAgain, ...ofCalendar }, showChange);
const preview = route(
  'get',
  paths.calendarPreview,
  { schema: changeInput, ...ofCalendar, form: change },
  previewChange,
);

const calendarRoutes: readonly Route[] = [
  route('get', paths.calendar, { schema: yearInput, ...ofCalendar }, showCalendar),
  change,
  preview,
  route(
    'post',
    paths.calendar,
    { schema: publishInput, permission: 'admin.calendar', audit: 'CALENDAR_CHANGED', form: preview },
    publishChange,
  ),
];

export const adminRoutes: readonly Route[] = [
  route('get', paths.home, { schema: z.object({}), permission: 'admin.chains', audit: 'none' }, () => ({
    kind: 'redirect',
    to: paths.chains,
  })),
  ...calendarRoutes,
];
