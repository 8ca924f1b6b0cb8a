import type { z } from 'zod';
import { acted, done } from '../http/answers.ts';
import { type Route, route } from '../http/define-route.ts';
import { type ActForm, perform } from './act-form.ts';
import { direct, forward, passOn } from './assign-forms.ts';
import { present, refuse, reopen, returnToSender, settle, undoRegistration } from './desk-forms.ts';
import { dispatchData } from './dispatch.data.ts';
import {
  previewDeadline,
  readRows,
  sendFile,
  showChanges,
  showDispatch,
  showForm,
} from './dispatch.handlers.ts';
import { actPattern, dispatchPaths as paths } from './dispatches.paths.ts';
import * as schemas from './dispatches.schema.ts';
import { discard, link, register } from './register-form.ts';
import * as rowForms from './row-forms.ts';

const one = route(
  'get',
  paths.one,
  { schema: schemas.dispatchId, permission: 'acting', audit: 'none', answer: dispatchData },
  showDispatch,
);

/** The form of an act at GET and the act at POST; refused, it shows the form again, or the dispatch itself. */
function act<Schema extends z.ZodObject<{ id: z.ZodString }>>(
  audit: string,
  form: ActForm<Schema>,
): readonly Route[] {
  const path = actPattern(form.kind);
  const shown = path.includes(':row') ? schemas.rowForm : schemas.dispatchForm;
  const asking = { schema: shown, permission: 'dispatch.act', audit: 'none' } as const;
  const page = form.ask && route('get', path, asking, (visit) => showForm(form, visit));
  const answers = { answer: acted, form: page ?? one };
  const doing = { schema: form.schema, permission: 'dispatch.act', audit, ...answers } as const;
  const doIt = route('post', path, doing, (visit) => perform(form, visit));
  // What was typed so far, shown again with what was searched: how receivers are found without a script.
  const draft =
    form.view === 'dispatches/assign' &&
    route('post', `${path}/draft`, asking, (visit) => showForm(form, visit));
  return [...(page ? [page] : []), doIt, ...(draft ? [draft] : [])];
}

export const dispatchesRoutes: readonly Route[] = [
  one,
  route(
    'get',
    paths.file,
    { schema: schemas.file, permission: 'acting', audit: 'none', answer: 'file' },
    sendFile,
  ),
  route(
    'get',
    paths.changes,
    { schema: schemas.changesSince, permission: 'acting', audit: 'none' },
    showChanges,
  ),
  route(
    'post',
    paths.read,
    { schema: schemas.dispatchId, permission: 'dispatch.act', audit: 'READ', answer: done, form: one },
    readRows,
  ),
  route(
    'post',
    paths.deadlinePreview,
    { schema: schemas.deadlinePreview, permission: 'dispatch.act', audit: 'none' },
    previewDeadline,
  ),
  ...act('REGISTERED', register),
  ...act('LINKED', link),
  ...act('DISCARDED', discard),
  ...act('REFUSED', refuse),
  ...act('REGISTRATION_UNDONE', undoRegistration),
  ...act('PRESENTED', present),
  ...act('DIRECTED', direct),
  ...act('PASSED_ON', passOn),
  ...act('SETTLED', settle),
  ...act('RETURNED_TO_SENDER', returnToSender),
  ...act('REOPENED', reopen),
  ...act('ROW_ACCEPTED', rowForms.accept),
  ...act('ROW_FORWARDED', forward),
  ...act('ROW_COMPLETED', rowForms.complete),
  ...act('PROGRESS_REPORTED', rowForms.report),
  ...act('ROW_RETURNED', rowForms.giveBack),
  ...act('ROW_CLAIMED', rowForms.claim),
  ...act('ROW_RELEASED', rowForms.release),
  ...act('ROW_CHANGED', rowForms.changeRow),
  ...act('ROW_WITHDRAWN', rowForms.withdraw),
  ...act('ROW_SUSPENDED', rowForms.suspend),
  ...act('ROW_RESUMED', rowForms.resume),
];
