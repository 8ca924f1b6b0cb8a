import type { Actor } from '../workflows/rules/people.ts';
import type { Instant } from '../workflows/rules/working-time/calendar.ts';
import type { Permission } from './http/permissions.ts';

/** One place that a post may go to from every page. */
export interface NavItem {
  /** Key of its name in the locales. */
  readonly label: string;
  readonly path: string;
  readonly permission: Permission;
  /** On the left, or as the bell at the top. */
  readonly place: 'side' | 'bell';
  /** How many things wait there; refetched when the live event `inbox` comes. */
  readonly count?: (actor: Actor, at: Instant) => Promise<number>;
}

/** Every feature's places, in the order of the user's work. The first one that a post may use is its home. */
export const navigation: readonly NavItem[] = [];
