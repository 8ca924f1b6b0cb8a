import type { PersonId } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import type { Post } from './post.model.ts';

/** The one person who held a post at an instant, if any. */
export function holderOf(post: Post, at: Instant): PersonId | undefined {
  return post.holdings.find(({ from, to }) => from <= at && (to === undefined || at < to))?.person;
}
