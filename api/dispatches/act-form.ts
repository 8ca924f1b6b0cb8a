import type { z } from 'zod';
import { agencyFor, stateFor } from '../../store/dispatches/dispatch.view.ts';
import type { Answered } from '../../workflows/contract/dispatch.contract.ts';
import type { Act } from '../../workflows/rules/dispatch/command.ts';
import { isRefusal, type Refusal } from '../../workflows/rules/dispatch/refusal.ts';
import type { Row } from '../../workflows/rules/dispatch/row.ts';
import type { AgencyCode, DispatchId } from '../../workflows/rules/ids.ts';
import { keysOf } from '../../workflows/rules/permission/keys.ts';
import { refusalWords } from '../http/answer.ts';
import type { Visit } from '../http/define-route.ts';
import type { Result } from '../http/result.ts';
import { type ActKind, dispatchPath } from './dispatches.paths.ts';
import type { Field } from './fields.ts';
import type { Reading } from './reading.ts';

interface Addressed {
  readonly id: string;
  readonly row?: number | undefined;
}

export type Acting<Input = Addressed> = Visit<Input, 'acting'> | Visit<Input, 'dispatch.act'>;

/** What could not be used of a form, or what the law refuses. */
export type Fault = Extract<Result, { kind: 'invalid' | 'refused' }>;

/** A dispatch opened to be acted on. */
export interface Opened extends Reading {
  readonly visit: Acting;
  readonly row: Row | undefined;
  /** What had been typed into a field. */
  readonly typed: (name: string) => string | undefined;
}

/** What people see of an act: what its form asks. */
interface Asking<Schema extends z.ZodObject> {
  readonly kind: ActKind;
  /** Page of the form, when not the one that lists {@link ActForm.ask}ed fields. */
  readonly view?: string;
  /** What the page shows; a form without it is a button alone. */
  readonly ask?: (opened: Opened) => Promise<FormModel> | FormModel;
  readonly schema: Schema;
}

/** One act as people do it, and what its answers mean: by themselves, or for the dispatch as it is. */
export type ActForm<Schema extends z.ZodObject> = Asking<Schema> &
  (
    | { readonly says: (input: z.output<Schema>, t: Reading['t']) => Act | Fault }
    | { readonly act: (input: z.output<Schema>, opened: Opened) => Promise<Act | Fault> | Act | Fault }
  );

export interface FormModel {
  readonly fields: readonly Field[];
  /** What a page of its own shows besides. */
  readonly [more: string]: unknown;
}

/** The dispatch, where one of the actor's keys opens it; to others it does not exist (P-4). */
export async function open(visit: Acting): Promise<Opened | undefined> {
  const { actor, now, t, locale, input } = visit;
  const state = await stateFor(keysOf(actor), input.id as DispatchId);
  if (!state) return undefined;
  const row = input.row === undefined ? undefined : state.rows[input.row];
  const typed = (name: string): string | undefined => {
    const value = (input as unknown as Record<string, unknown>)[name];
    return typeof value === 'string' ? value : undefined;
  };
  return { state, actor, now, t, locale, visit, row, typed };
}

/** Does an act: 303 to the dispatch when its record is written, or the form again. */
export async function perform<Schema extends z.ZodObject>(
  form: ActForm<Schema>,
  visit: Acting<z.output<Schema> & Addressed>,
): Promise<Result> {
  const id = visit.input.id as DispatchId;
  const meant = await meaningOf(form, visit);
  if (!meant) return { kind: 'notFound' };
  const { agency, act } = meant;
  if (act.kind === 'invalid' || act.kind === 'refused') return act;
  const answer = await visit.deps.cases.act(agency, id, visit.key, { ...act, by: visit.actor });
  if (isRefusal(answer)) return faultOf(answer, visit);
  return {
    kind: 'redirect',
    to: dispatchPath(id),
    flash: { tone: 'success', text: said(form.kind, answer, visit) },
    data: answer,
  };
}

/** What the answers ask of whose dispatch; what the actor's keys do not open does not exist (P-4). */
async function meaningOf<Schema extends z.ZodObject>(
  form: ActForm<Schema>,
  visit: Acting<z.output<Schema> & Addressed>,
): Promise<{ readonly agency: AgencyCode; readonly act: Act | Fault } | undefined> {
  const { input, actor, t } = visit;
  if ('says' in form) {
    // The whole record need not be read for what the case will decide anyway.
    const agency = await agencyFor(keysOf(actor), input.id as DispatchId);
    return agency && { agency, act: form.says(input, t) };
  }
  const opened = await open(visit);
  return opened && { agency: opened.state.agency, act: await form.act(input, opened) };
}

function said(kind: ActKind, { projected, number }: Answered, { t }: Acting): string {
  if (!projected) return t('dispatches:done.recorded');
  return t(`dispatches:done.${kind}`, { number });
}

/** A refusal that names a field stands by that field, with its rule (U-3). */
function faultOf(refusal: Refusal, visit: Acting): Fault {
  const { field } = refusal.data;
  if (typeof field !== 'string') return { kind: 'refused', refusal };
  const { sentence, rule } = refusalWords(visit.request, refusal);
  const message = `${sentence} (${visit.t('form.rule', { rule })})`;
  return { kind: 'invalid', errors: [{ field, message }] };
}

/** One fault of one field, in words. */
export function fieldFault(field: string, message: string): Fault {
  return { kind: 'invalid', errors: [{ field, message }] };
}
