import type { z } from 'zod';
import { calendarOf } from '../../store/calendars/calendar.view.ts';
import { type Inbox, inboxLines, inboxOf } from '../../store/dispatches/inbox.view.ts';
import type { InboxTab } from '../../workflows/rules/permission/keys.ts';
import type { Visit } from '../http/define-route.ts';
import type { Result } from '../http/result.ts';
import { inboxModel, type Listed, PAGE_SIZE, tabsModel } from './tasks.presenter.ts';
import { type inboxPage, TABS, type tabsFragment } from './tasks.schema.ts';

/** What hurts first: an address that names no tab opens on the first of these that holds something. */
const OPENING: readonly InboxTab[] = [
  ...(['late', 'dueSoon', 'cameBack', 'pending', 'cooperate'] as const),
  ...(['unit', 'inform', 'forwarded', 'suspended'] as const),
];

/** Việc của tôi: one tab of it, 50 rows a page (P-7). */
export async function showInbox(visit: Visit<z.output<typeof inboxPage>, 'acting'>): Promise<Result> {
  const { actor, now, input, t } = visit;
  const [inbox, calendar] = await Promise.all([inboxOf(actor, now), calendarOf(actor.agency, now)]);
  const tab = input.tab ?? OPENING.find((one) => inbox.tabs.has(one)) ?? 'pending';
  const from = (input.page - 1) * PAGE_SIZE;
  const ids = (inbox.tabs.get(tab) ?? []).slice(from, from + PAGE_SIZE).map(({ _id }) => _id);
  const lines = await inboxLines(actor, ids);
  const model = inboxModel({ counts: countsOf(inbox), tab, page: input.page, lines, calendar, now }, visit);
  return { kind: 'page', view: 'tasks/inbox', title: t('tasks:title'), model };
}

/** The tabs anew, when something of mine changed: what I am reading stays where it is. */
export async function showTabs(visit: Visit<z.output<typeof tabsFragment>, 'acting'>): Promise<Result> {
  const { actor, now, input } = visit;
  const inbox = await inboxOf(actor, now);
  const model = tabsModel(countsOf(inbox), input.tab, input.since, inbox.newSince(input.since), visit);
  return { kind: 'fragment', view: 'tasks/tabs', model };
}

function countsOf({ tabs }: Inbox): Listed['counts'] {
  const counts = TABS.map((tab) => [tab, tabs.get(tab)?.length ?? 0]);
  return Object.fromEntries(counts) as Listed['counts'];
}
