import { done } from '../http/answers.ts';
import { type Route, route } from '../http/define-route.ts';
import { actOnMany, actOnRow } from './acts.handlers.ts';
import { bulkData, inboxData } from './tasks.data.ts';
import { showInbox, showTabs } from './tasks.handlers.ts';
import { tasksPaths as paths } from './tasks.paths.ts';
import { bulkActs, inboxPage, rowAct, tabsFragment } from './tasks.schema.ts';

const inbox = route(
  'get',
  paths.inbox,
  { schema: inboxPage, permission: 'acting', audit: 'none', answer: inboxData },
  showInbox,
);

export const tasksRoutes: readonly Route[] = [
  inbox,
  route('get', paths.tabs, { schema: tabsFragment, permission: 'acting', audit: 'none' }, showTabs),
  route(
    'post',
    paths.bulk,
    { schema: bulkActs, permission: 'acting', audit: 'ROWS_ACTED_ON', answer: bulkData, form: inbox },
    actOnMany,
  ),
  route(
    'post',
    paths.act,
    { schema: rowAct, permission: 'acting', audit: 'ROW_ACTED_ON', answer: done, form: inbox },
    actOnRow,
  ),
];
