import { calendarOf } from '../../store/calendars/calendar.view.ts';
import { dropDraftChain, publishChain } from '../../store/chains/chain.repository.ts';
import { workplaceOf } from '../../store/chains/workplace.view.ts';
import { chainFaults } from '../../workflows/rules/chain/lint.ts';
import { parseDate } from '../../workflows/rules/working-time/date-text.ts';
import { dayOf } from '../../workflows/rules/working-time/days.ts';
import { dayAt, instantAt } from '../../workflows/rules/working-time/zone.ts';
import { dayText } from '../http/instants.ts';
import type { Result } from '../http/result.ts';
import { adminPath } from './admin.paths.ts';
import { type Asked, standingOf } from './chains.handlers.ts';
import type { draftInput, publishChainInput } from './chains.schema.ts';
import { invalid } from './draft.handlers.ts';

/** Throws the draft away; what is published stays. */
export async function discardDraft({ input, actor, t }: Asked<typeof draftInput>): Promise<Result> {
  const { direction, edition } = input;
  await dropDraftChain(actor.agency, direction, edition);
  const text = t('admin:chain.discarded');
  return { kind: 'redirect', to: adminPath('chain', { direction }), flash: { tone: 'success', text } };
}

/** Publishes the draft as the next version: running dispatches stay on theirs. */
export async function publishDraft(visit: Asked<typeof publishChainInput>): Promise<Result> {
  const { input, actor, now, key, t } = visit;
  const { direction, edition } = input;
  const standing = await standingOf(actor.agency, direction, now);
  if (!standing) return { kind: 'notFound' };
  const { latest, draft } = standing;
  const to = adminPath('chain', { direction });
  if (latest.key === key) return { kind: 'redirect', to };
  if (draft?.edition !== edition) return invalid('', t('admin:publish.stale'));
  const { staffing } = await workplaceOf(actor.agency, now);
  if (chainFaults(draft.chain, staffing).some(({ warning }) => !warning))
    return invalid('', t('admin:publish.faults'));
  const startsAt = await startOf(visit);
  if (startsAt === undefined) return invalid('startsOn', t('admin:publish.past'));
  if (startsAt < latest.startsAt)
    return invalid(
      'startsOn',
      t('admin:publish.beforeLatest', { from: dayText(latest.startsAt), version: latest.version }),
    );
  const version = latest.version + 1;
  const by = `${actor.name}, ${actor.title}`;
  const won = await publishChain({ ...draft.chain, version }, { startsAt, publishedAt: now }, { by, key });
  if (!won) return invalid('', t('admin:publish.stale'));
  await dropDraftChain(actor.agency, direction, edition);
  const text = t('admin:publish.done', { version, from: dayText(startsAt) });
  return { kind: 'redirect', to, flash: { tone: 'success', text } };
}

/** Today means now; a later day its beginning; a past one nothing. */
async function startOf({ input, actor, now }: Asked<typeof publishChainInput>): Promise<number | undefined> {
  const calendar = await calendarOf(actor.agency, now);
  const day = dayOf(parseDate(input.startsOn) ?? '');
  const today = dayAt(calendar, now);
  if (day < today) return undefined;
  return day === today ? now : instantAt(calendar, day, 0);
}
