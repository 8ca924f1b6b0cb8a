import type { z } from 'zod';
import { calendarOf } from '../../store/calendars/calendar.view.ts';
import { chainInForce } from '../../store/chains/chain.view.ts';
import type { Dispatch } from '../../store/dispatches/dispatch.model.ts';
import { paperId } from '../../store/dispatches/dispatch-id.ts';
import { dispatchFor, duplicateOf, likelyCopies } from '../../store/dispatches/dispatch.view.ts';
import { nextNumbers } from '../../store/numbers/number.view.ts';
import type { AttachedFile } from '../../workflows/rules/dispatch/envelope.ts';
import { isRefusal, type Refusal } from '../../workflows/rules/dispatch/refusal.ts';
import { keysOf } from '../../workflows/rules/permission/keys.ts';
import { parseDate } from '../../workflows/rules/working-time/date-text.ts';
import { yearIn } from '../../workflows/rules/working-time/days.ts';
import { dispatchPath } from '../dispatches/dispatches.paths.ts';
import { refusalWords } from '../http/answer.ts';
import type { Visit } from '../http/define-route.ts';
import type { Result } from '../http/result.ts';
import { keepAttachments } from './attachments.ts';
import { yearOf } from './incoming.handlers.ts';
import { sealed, unsealed } from './kept-files.ts';
import { envelopeOf, paperRegistration } from './paper.ts';
import { paperModel } from './paper.presenter.ts';
import type { PaperForm, paperPage } from './paper.schema.ts';

type Clerk<Input> = Visit<Input, 'clerk'>;

/** The form for a paper document (I2); when it comes back it has its files, and the likely copies to choose from. */
export async function showPaperForm(visit: Clerk<z.output<typeof paperPage>>): Promise<Result> {
  const { actor, now, input, t, deps } = visit;
  const { files } = await filesOf(visit);
  const typed = (name: string) => (typeof input[name] === 'string' ? input[name] : undefined);
  const issuedOn = parseDate(typed('issuedOn') ?? '');
  const known = (name: 'codeNumber' | 'codeNotation' | 'author') => typed(name) ?? '';
  const identity = {
    codeNumber: known('codeNumber'),
    codeNotation: known('codeNotation'),
    author: known('author'),
  };
  const copies = issuedOn === undefined ? [] : await copiesOf(visit, { ...identity, issuedOn });
  const year = yearOf({}, await calendarOf(actor.agency, now), now);
  const model = paperModel(
    {
      typed,
      copies,
      next: await nextNumbers(actor.agency, year),
      files: files.map((file) => ({ ...file, sealed: sealed(file, actor.person, deps.sessionSecret) })),
    },
    visit,
  );
  return { kind: 'page', view: 'registers/paper', title: t('registers:paper.title'), model };
}

/** I2: what the clerk typed in is registered in the same act, or linked to the document it is a copy of (I-R3). */
export async function enterPaper(visit: Clerk<PaperForm>): Promise<Result> {
  const { actor, input, now, t, deps, key } = visit;
  const { files, errors } = await filesOf(visit);
  if (errors.length > 0) return { kind: 'invalid', errors };
  const copies = await copiesOf(visit, input);
  if (input.linkTo !== undefined) return linkCopy(visit, copies);
  const chain = await chainInForce(actor.agency, 'incoming', now);
  if (!chain) return { kind: 'invalid', errors: [{ field: '', message: t('registers:invalid.noChain') }] };
  const id = paperId(actor.agency, key);
  const answer = await deps.cases.act(actor.agency, id, key, {
    ...{ kind: 'enterPaper', by: actor, chain, form: paperRegistration(input) },
    ...{ envelope: envelopeOf(input, actor.agency, files), calendar: await calendarOf(actor.agency, now) },
    duplicates: copies.flatMap(duplicateOf),
    ...(input.reason !== undefined && { newDespiteDuplicate: input.reason }),
  });
  if (isRefusal(answer)) return faultOf(answer, visit);
  const number = (await dispatchFor(keysOf(actor), id))?.number;
  const text =
    number === undefined ? t('registers:done.recorded') : t('registers:done.registered', { number });
  const data = { ...answer, dispatch: id, number };
  return { kind: 'redirect', to: dispatchPath(id), flash: { tone: 'success', text }, data };
}

/** I-R3, gắn vào văn bản đã có: the paper takes no number of its own. */
async function linkCopy(
  { actor, input, deps, key, t }: Clerk<PaperForm>,
  copies: readonly Dispatch[],
): Promise<Result> {
  const copy = copies.find(({ _id }) => _id === input.linkTo);
  if (!copy) return { kind: 'invalid', errors: [{ field: '', message: t('registers:invalid.link') }] };
  const command = { kind: 'attachCopy', source: 'paper', from: undefined, by: actor } as const;
  const answer = await deps.cases.act(actor.agency, copy._id, key, command);
  if (isRefusal(answer)) return { kind: 'refused', refusal: answer };
  const text = t('registers:done.linked', { number: copy.number });
  return {
    kind: 'redirect',
    to: dispatchPath(copy._id),
    flash: { tone: 'success', text },
    data: { ...answer, dispatch: copy._id },
  };
}

/** What came with the form now and before. */
async function filesOf({ files, input, actor, deps, t }: Clerk<{ readonly kept: readonly string[] }>) {
  const before = unsealed(input.kept, actor.person, deps.sessionSecret);
  const { files: fresh, errors } = await keepAttachments(files, deps.files, t);
  const all = new Map<string, AttachedFile>(
    [...before, ...fresh].map((file) => [`${file.hash} ${file.name}`, file]),
  );
  return { files: [...all.values()], errors };
}

type Known = Pick<PaperForm, 'codeNumber' | 'codeNotation' | 'author' | 'issuedOn'>;

/** Other records; what the same click made before is no copy of itself (U-2). */
function copiesOf(
  { actor: { agency }, key }: Clerk<unknown>,
  { codeNumber, codeNotation, author, issuedOn }: Known,
) {
  const issuedYear = yearIn(issuedOn);
  const identity = { documentId: '', codeNumber: codeNumber.trim(), codeNotation: codeNotation.trim() };
  return likelyCopies(agency, { ...identity, author: author.trim(), issuedYear }, paperId(agency, key));
}

/** A refusal that names a field stands by that field, with its rule (U-3). */
function faultOf(refusal: Refusal, { request, t }: Clerk<unknown>): Result {
  const { field } = refusal.data;
  if (typeof field !== 'string') return { kind: 'refused', refusal };
  const { sentence, rule } = refusalWords(request, refusal);
  return { kind: 'invalid', errors: [{ field, message: `${sentence} (${t('form.rule', { rule })})` }] };
}
