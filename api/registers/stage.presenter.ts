import type { Dispatch } from '../../store/dispatches/dispatch.model.ts';
import { codeOf } from '../../workflows/rules/dispatch/envelope.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import type { Calendar, CivilDate, Instant } from '../../workflows/rules/working-time/calendar.ts';
import { formatDate } from '../../workflows/rules/working-time/date-text.ts';
import { dateOf, dayOf } from '../../workflows/rules/working-time/days.ts';
import { remainingInWords } from '../../workflows/rules/working-time/words.ts';
import { actPath, dispatchPath } from '../dispatches/dispatches.paths.ts';
import { around, PAGE_SIZE, query, type Shown, type Words } from './incoming.presenter.ts';
import { registersPaths } from './registers.paths.ts';

/** One stage of what arrived; done things reach back to a day. */
export function stageModel(
  shown: Shown,
  found: readonly Dispatch[],
  since: CivilDate | undefined,
  words: Words,
) {
  const { t } = words;
  return {
    ...around(shown, found.length, words),
    dispatches: found.slice(0, PAGE_SIZE).map((dispatch) => stageLine(dispatch, shown, words)),
    ...(since !== undefined && { period: periodModel(since, t) }),
    empty: t(`registers:empty.${shown.tab}`),
    waits: shown.tab === 'toRegister' || shown.tab === 'toPresent',
  };
}

/** How far back the list reaches, and where what came before is. */
function periodModel(since: CivilDate, t: Words['t']) {
  const before = formatDate(dateOf(dayOf(since) - 1));
  return {
    text: t('registers:period.since', { date: formatDate(since) }),
    older: {
      label: t('registers:period.older'),
      href: `${registersPaths.incoming}${query({ tab: 'done', arrivedTo: before })}`,
    },
  };
}

function stageLine(dispatch: Dispatch, { actor, calendar, now }: Shown, { t, locale }: Words) {
  const { _id, status, priority, arrivedAt, number } = dispatch;
  const next = nextAct(dispatch, actor);
  return {
    ...{ href: dispatchPath(_id), arrivedAt, author: dispatch.author, subject: dispatch.subject },
    code: codeOf(dispatch),
    issuedOn: formatDate(dispatch.issuedOn),
    ...(number !== undefined && { number: t('registers:number', { number }) }),
    ...(priority > 0 && { urgency: t(`dispatches:priority.${priority}`) }),
    ...(dispatch.source === 'paper' && { source: t('registers:source.paper') }),
    status: t(`dispatches:status.${status}`),
    assignees: dispatch.assignees.join('; '),
    ...(next && { act: { href: actPath(_id, next), verb: t(`registers:act.${next}`) } }),
    deadline: deadlineOf(dispatch, calendar, now, { t, locale }),
  };
}

/** The running limit before work is assigned, the settlement deadline after. */
function deadlineOf(
  { limits, dueAt, priority, completedAt }: Dispatch,
  calendar: Calendar,
  now: Instant,
  { t, locale }: Words,
) {
  const [limit] = limits;
  const at = limit?.dueAt ?? dueAt;
  if (at === undefined || completedAt !== undefined) return undefined;
  // Hỏa tốc counts in real time (T-9).
  const unit = priority >= 3 ? 'realMinute' : 'day';
  return {
    at,
    words: remainingInWords(calendar, { due: at, unit }, now, locale),
    tone: now > at ? 'late' : 'calm',
    ...(limit && { limit: t(`tasks:limit.${limit.kind}`) }),
  };
}

function nextAct({ status }: Dispatch, { roles }: Actor): 'register' | 'present' | undefined {
  if (status === 'arrived' && roles.includes('clerk')) return 'register';
  const presents = roles.includes('clerk') || roles.includes('chiefOfOffice');
  return status === 'registered' && presents ? 'present' : undefined;
}
