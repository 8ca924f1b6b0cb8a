import { waitingFor } from '../store/dispatches/inbox.view.ts';
import { countUnread } from '../store/messages/messages.view.ts';
import type { Actor } from '../workflows/rules/people.ts';
import type { Instant } from '../workflows/rules/working-time/calendar.ts';
import type { Permission } from './http/permissions.ts';
import { adminPaths } from './admin/admin.paths.ts';
import { supervisionPaths } from './supervision/supervision.paths.ts';
import { messagesPaths } from './messages/messages.paths.ts';
import { registersPaths } from './registers/registers.paths.ts';
import { restPaths } from './rest/rest.paths.ts';
import { tasksPaths } from './tasks/tasks.paths.ts';

/** One place that a post may go to from every page. */
export interface NavItem {
  /** Key of its name in the locales. */
  readonly label: string;
  readonly path: string;
  readonly permission: Permission;
  /** On the left, or as the bell at the top. */
  readonly place: 'side' | 'bell';
  /** How many things wait there; fetched again when a live event comes. */
  readonly count?: (actor: Actor, at: Instant) => Promise<number>;
}

/** Every feature's places, in the order of the user's work. The first one that a post may use is its home. */
export const navigation: readonly NavItem[] = [
  {
    label: 'tasks:title',
    path: tasksPaths.inbox,
    permission: 'dispatch.act',
    place: 'side',
    count: waitingFor,
  },
  { label: 'registers:title', path: registersPaths.incoming, permission: 'dispatch.act', place: 'side' },
  {
    label: 'messages:title',
    path: messagesPaths.list,
    permission: 'acting',
    place: 'bell',
    count: countUnread,
  },
  { label: 'supervision:title', path: supervisionPaths.overview, permission: 'supervise', place: 'side' },
  { label: 'admin:title', path: adminPaths.home, permission: 'admin.chains', place: 'side' },
  { label: 'common:apiDocs', path: restPaths.docs, permission: 'arrivals.deliver', place: 'side' },
];
