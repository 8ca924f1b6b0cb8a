import type { z } from 'zod';
import { calendarOf } from '../../store/calendars/calendar.view.ts';
import { agencyByCode } from '../../store/organisation/organisation.view.ts';
import { seesRegister } from '../../store/registers/incoming.view.ts';
import { registerBook } from '../../store/registers/register.view.ts';
import type { Visit } from '../http/define-route.ts';
import type { Result } from '../http/result.ts';
import { partOf, yearOf } from './incoming.handlers.ts';
import { BOOK_LINES, bookModel } from './print.presenter.ts';
import type { incomingFilter } from './registers.schema.ts';

/** The register as ND30 PL IV prints it, for those who read all of it. */
export async function printRegister(
  visit: Visit<z.output<typeof incomingFilter>, 'dispatch.act'>,
): Promise<Result> {
  const { actor, input, now, t } = visit;
  if (!seesRegister(actor)) return { kind: 'notFound' };
  const calendar = await calendarOf(actor.agency, now);
  const year = yearOf(input, calendar, now);
  const [lines, agency] = await Promise.all([
    registerBook(partOf({ ...input, year }, actor, calendar), BOOK_LINES + 1),
    agencyByCode(actor.agency),
  ]);
  const model = bookModel({ register: input.register, year, lines, agency: agency?.name ?? '' }, visit);
  return { kind: 'page', view: 'registers/print', title: t('registers:print.title'), model };
}
