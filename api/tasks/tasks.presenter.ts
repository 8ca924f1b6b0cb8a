import type { InboxLine } from '../../store/dispatches/row.model.ts';
import type { InboxTab } from '../../workflows/rules/permission/keys.ts';
import type { Calendar, Instant } from '../../workflows/rules/working-time/calendar.ts';
import { remainingInWords } from '../../workflows/rules/working-time/words.ts';
import { actPath, dispatchPath } from '../dispatches/dispatches.paths.ts';
import type { Visit } from '../http/define-route.ts';
import { nextStep } from './next-step.ts';
import { tasksPaths } from './tasks.paths.ts';
import { TABS } from './tasks.schema.ts';

export const PAGE_SIZE = 50;

type Words = Pick<Visit, 't' | 'locale'>;

export interface Listed {
  readonly counts: Readonly<Record<InboxTab, number>>;
  readonly tab: InboxTab;
  readonly page: number;
  readonly lines: readonly InboxLine[];
  readonly calendar: Calendar;
  readonly now: Instant;
}

/** One page of one tab. */
export function inboxModel(listed: Listed, words: Words) {
  const { counts, tab, page, lines, now } = listed;
  const { t } = words;
  const total = counts[tab];
  const first = (page - 1) * PAGE_SIZE;
  return {
    ...tabsModel(counts, tab, now, 0, words),
    tab,
    since: now,
    lines: lines.map((line) => lineModel(line, listed, words)),
    empty: t(`tasks:empty.${tab}`),
    bulk: bulkActs(tab, lines),
    paths: tasksPaths,
    pages: {
      ...(page > 1 && { previous: address(tab, page - 1) }),
      ...(first + lines.length < total && { next: address(tab, page + 1) }),
      position: t('tasks:position', { from: Math.min(first + 1, total), to: first + lines.length, total }),
    },
  };
}

/** The tabs with their counts, and whether something new came since the list was shown. */
export function tabsModel(
  counts: Listed['counts'],
  current: InboxTab,
  since: Instant,
  fresh: number,
  { t }: Words,
) {
  return {
    tabs: TABS.map((tab) => ({
      ...{ name: t(`tasks:tab.${tab}`), count: counts[tab], href: address(tab, 1), current: tab === current },
      tone: counts[tab] === 0 ? 'none' : { late: 'late', dueSoon: 'near' }[tab as string],
    })),
    ...(fresh > 0 && { news: { text: t('tasks:news', { count: fresh }), href: tasksPaths.inbox } }),
    refresh: `${tasksPaths.tabs}?tab=${current}&since=${since}`,
  };
}

/** Where a tab is. */
export function address(tab: InboxTab | undefined, page: number): string {
  if (tab === undefined) return tasksPaths.inbox;
  return `${tasksPaths.inbox}?tab=${tab}${page > 1 ? `&page=${page}` : ''}`;
}

function lineModel(line: InboxLine, { tab, calendar, now }: Listed, { t, locale }: Words) {
  const { dispatch, row, number, priority, dueAt, dueUnit = 'day' } = line;
  return {
    id: line._id,
    href: dispatchPath(dispatch),
    ...stepModel(line, tab, t),
    code: line.code,
    ...(number !== undefined && { number: t('tasks:number', { number }) }),
    subject: line.subject,
    author: line.author,
    from: line.assignedBy || line.author,
    role: row === 0 ? '' : t(`tasks:role.${line.role}`),
    ...(priority > 0 && { urgency: t(`dispatches:priority.${priority}`) }),
    ...(dueAt !== undefined && {
      deadline: {
        at: dueAt,
        words: remainingInWords(calendar, { due: dueAt, unit: dueUnit }, now, locale),
        tone: toneOf(line, now),
      },
    }),
    ...(line.limit && { limit: t(`tasks:limit.${line.limit}`) }),
    select: t('tasks:select', { code: line.code }),
  };
}

function stepModel(line: InboxLine, tab: InboxTab, t: Words['t']) {
  const step = nextStep(line, tab);
  const { dispatch, row } = line;
  switch (step.kind) {
    case 'button': {
      const action = tasksPaths.act
        .replace(':dispatch', encodeURIComponent(dispatch))
        .replace(':row', `${row}`);
      return { verb: t(`tasks:verb.${step.act}`), button: { act: step.act, action } };
    }
    case 'form':
      return { verb: t(`tasks:verb.${step.act}`), open: actPath(dispatch, step.act, row) };
    case 'look':
      return { verb: t(`tasks:verb.${step.verb}`), open: dispatchPath(dispatch) };
  }
}

function toneOf({ dueAt = Infinity, nearAt = Infinity }: InboxLine, now: Instant): 'late' | 'near' | 'calm' {
  if (now > dueAt) return 'late';
  return now >= nearAt ? 'near' : 'calm';
}

/** What the rows of a page can be asked for at once; undefined where nothing is. */
function bulkActs(tab: InboxTab, lines: readonly InboxLine[]) {
  if (tab === 'suspended' || tab === 'unit') return undefined;
  const own = lines.filter(({ row }) => row !== 0);
  const acts = {
    read: own.some(({ role }) => role === 'inform'),
    accept: own.some(
      ({ role, status, state }) => role === 'lead' && status === 'assigned' && state !== 'forwarded',
    ),
    complete: own.some(({ role }) => role !== 'inform'),
  };
  return acts.read || acts.complete ? acts : undefined;
}
