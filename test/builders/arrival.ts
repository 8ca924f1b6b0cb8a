import { calendarOf } from '../../store/calendars/calendar.view.ts';
import { chainInForce } from '../../store/chains/chain.view.ts';
import type { CommandOf } from '../../workflows/rules/dispatch/command.ts';
import type { Envelope } from '../../workflows/rules/dispatch/envelope.ts';
import { SYSTEM } from '../../workflows/rules/people.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { envelope } from './incoming.ts';

/** The arrival of a document at the agency it is addressed to, with that agency's calendar and chain. */
export async function arrivalCommand(but: Partial<Envelope>, at: Instant): Promise<CommandOf<'arrive'>> {
  const arriving = envelope(but);
  const chain = await chainInForce(arriving.to, 'incoming', at);
  if (!chain) throw new Error(`${arriving.to} has no chain`);
  return {
    kind: 'arrive',
    envelope: arriving,
    calendar: await calendarOf(arriving.to, at),
    chain,
    by: SYSTEM,
  };
}
