import type { z } from 'zod';
import { eventsOf } from '../../store/dispatches/dispatch.view.ts';
import { guard } from '../../workflows/rules/dispatch/guards.ts';
import { isRefusal } from '../../workflows/rules/dispatch/refusal.ts';
import type { FileHash } from '../../workflows/rules/ids.ts';
import type { Visit } from '../http/define-route.ts';
import type { Result } from '../http/result.ts';
import { type Acting, type ActForm, open } from './act-form.ts';
import { changesView, watchView } from './changes.presenter.ts';
import { dispatchPage, titleOf, trailOf } from './dispatch.page.ts';
import { ownRows } from './dispatch.presenter.ts';
import { documentView, shownAs } from './document.presenter.ts';
import { actPath, dispatchPath } from './dispatches.paths.ts';
import type * as schemas from './dispatches.schema.ts';
import { duePreview } from './due-field.ts';

type On<Schema extends z.ZodObject> = Visit<z.output<Schema>, 'dispatch.act'>;

/** One dispatch (ui.md, page 2). */
export async function showDispatch(visit: Visit<{ id: string }, 'acting'>): Promise<Result> {
  const opened = await open(visit);
  return opened ? dispatchPage(opened) : { kind: 'notFound' };
}

/** What others did while a page of the dispatch stood open. */
export async function showChanges(
  visit: Visit<z.output<typeof schemas.changesSince>, 'acting'>,
): Promise<Result> {
  const opened = await open(visit);
  if (!opened) return { kind: 'notFound' };
  const { since, typing } = visit.input;
  const events = await eventsOf(opened.state.id);
  return {
    kind: 'fragment',
    view: 'dispatches/changes',
    model: changesView({ ...opened, events }, since, typing),
  };
}

/** The form of an act; where the act is not possible, the dispatch as it is now with the reason (U-5). */
export async function showForm<Schema extends z.ZodObject>(
  form: ActForm<Schema>,
  visit: Acting,
): Promise<Result> {
  const opened = await open(visit);
  if (!opened) return { kind: 'notFound' };
  const { state, actor, row, now, t } = opened;
  const refusal = guard(state, actor, form.kind, row, now);
  if (refusal) return dispatchPage(opened, t(`refusals:${refusal.key}`, refusal.data));
  const title = t(`dispatches:act.${form.kind}`);
  const asked = await form.ask?.(opened);
  const paths = { act: actPath(state.id, form.kind, row?.id), back: dispatchPath(state.id) };
  const about = { code: titleOf(opened), row: row?.receiver.name, intro: t(`dispatches:intro.${form.kind}`) };
  const document = documentView(state, t);
  const model = { ...asked, act: title, about, document, actPaths: paths, watch: watchView(opened, true) };
  return { kind: 'page', view: form.view ?? 'dispatches/act', title, trail: trailOf(opened, title), model };
}

/** The content of a file, for whoever may read the dispatch that it belongs to. */
export async function sendFile(visit: Visit<z.output<typeof schemas.file>, 'acting'>): Promise<Result> {
  const opened = await open(visit);
  const file = opened?.state.envelope?.files.find(({ hash }) => hash === visit.input.hash);
  const body = file && (await visit.deps.files.open(visit.input.hash as FileHash));
  if (!body) return { kind: 'notFound' };
  return { kind: 'file', name: file.name, type: file.type, body, download: shownAs(file.type) === 'other' };
}

/** R8: every row of mine that I had not read, each under a key of its own (U-2). */
export async function readRows(visit: On<typeof schemas.dispatchId>): Promise<Result> {
  const opened = await open(visit);
  if (!opened) return { kind: 'notFound' };
  const { state, actor, now } = opened;
  const unread = ownRows(opened).filter(
    (row) => row.readAt === undefined && !guard(state, actor, 'read', row, now),
  );
  for (const { id: row } of unread) {
    const key = `${visit.key}.${row}`;
    const answer = await visit.deps.cases.act(state.agency, state.id, key, { kind: 'read', row, by: actor });
    if (isRefusal(answer)) return { kind: 'refused', refusal: answer };
  }
  return { kind: 'redirect', to: dispatchPath(state.id) };
}

/** The instant that the deadline typed so far means, and what speaks against it. */
export async function previewDeadline(visit: On<typeof schemas.deadlinePreview>): Promise<Result> {
  const opened = await open(visit);
  if (!opened) return { kind: 'notFound' };
  const { dueKind, dueValue, row } = visit.input;
  const preview = duePreview(opened, dueKind, dueValue, row);
  return { kind: 'fragment', view: 'dispatches/due-preview', model: { preview } };
}
