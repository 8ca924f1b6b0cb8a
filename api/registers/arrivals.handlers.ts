import { calendarOf } from '../../store/calendars/calendar.view.ts';
import { chainInForce } from '../../store/chains/chain.view.ts';
import { arrivalId } from '../../store/dispatches/dispatch-id.ts';
import { agencyByCode } from '../../store/organisation/organisation.view.ts';
import { isRefusal } from '../../workflows/rules/dispatch/refusal.ts';
import { SYSTEM } from '../../workflows/rules/people.ts';
import { dispatchPath } from '../dispatches/dispatches.paths.ts';
import type { Visit } from '../http/define-route.ts';
import type { Result } from '../http/result.ts';
import { type Arrival, arrivedEnvelope } from './arrivals.schema.ts';
import { keepAttachments } from './attachments.ts';

/** I1, I-R1: a document of the exchange reaches an agency; delivered again it is the same case. */
export async function deliver(visit: Visit<Arrival, 'arrivals.deliver'>): Promise<Result> {
  const { input, now, t, deps, key } = visit;
  const { to } = input;
  const fault = (field: string, message: string): Result => ({
    kind: 'invalid',
    errors: [{ field, message }],
  });
  if (!(await agencyByCode(to))) return fault('to', t('registers:invalid.agency', { code: to }));
  const chain = await chainInForce(to, 'incoming', now);
  if (!chain) return fault('to', t('registers:invalid.noChain'));
  // State secrets must not enter, not even the store of files (I-R7).
  const uploads = input.secrecy === 0 ? visit.files : [];
  const { files, errors } = await keepAttachments(uploads, deps.files, t);
  if (errors.length > 0) return { kind: 'invalid', errors };
  const envelope = arrivedEnvelope(input, files);
  const dispatch = arrivalId(envelope);
  const calendar = await calendarOf(to, now);
  const answer = await deps.cases.act(to, dispatch, key, {
    kind: 'arrive',
    envelope,
    calendar,
    chain,
    by: SYSTEM,
  });
  if (isRefusal(answer)) return { kind: 'refused', refusal: answer };
  const flash = { tone: 'success', text: t('registers:done.arrived') } as const;
  return { kind: 'redirect', to: dispatchPath(dispatch), flash, data: { ...answer, dispatch } };
}
