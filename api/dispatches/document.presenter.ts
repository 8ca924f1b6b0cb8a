import {
  codeOf,
  type AttachedFile,
  type Envelope,
  type Registration,
} from '../../workflows/rules/dispatch/envelope.ts';
import type { DispatchState } from '../../workflows/rules/dispatch/state.ts';
import { formatDate } from '../../workflows/rules/working-time/date-text.ts';
import { filePath } from './dispatches.paths.ts';
import type { Words } from './reading.ts';

export interface FileView {
  readonly name: string;
  readonly path: string;
  readonly size: string;
  /** How it is shown; `other` is saved by the browser. */
  readonly shown: 'pdf' | 'image' | 'other';
}

interface FactView {
  readonly label: string;
  readonly value: string;
  /** What came through the axis, where the clerk corrected it (I-R5). */
  readonly received: string | undefined;
}

export interface DocumentView {
  readonly code: string;
  readonly subject: string;
  readonly facts: readonly FactView[];
  readonly files: readonly FileView[];
  /** The first file that can be shown in place. */
  readonly main: FileView | undefined;
  /** What the check of the signature found, where it limits the use of the document (I-R6). */
  readonly warning: string | undefined;
}

/** What stands on the document, as registered, with what was received beside a correction. */
export function documentView({ id, envelope, registration }: DispatchState, t: Words): DocumentView {
  const shown = registration ?? envelope;
  const files = (envelope?.files ?? []).map((file) => fileView(id, file));
  const facts: readonly (readonly [field: string, value: string, received: string])[] = envelope
    ? [...registered(registration ?? envelope, envelope, t), ...onlyReceived(envelope, registration, t)]
    : [];
  return {
    code: codeOf(shown),
    subject: shown?.subject ?? '',
    facts: facts
      .filter(([, value, received]) => value !== '' || received !== '')
      .map(([field, value, received]) => ({
        label: t(`dispatches:field.${field}`),
        value,
        received: value === received ? undefined : received,
      })),
    files,
    main: files.find(({ shown: how }) => how !== 'other'),
    warning:
      !envelope || envelope.source === 'paper' || envelope.signature === 'valid'
        ? undefined
        : t(`dispatches:signature.${envelope.signature}`),
  };
}

/** What a clerk may correct at registration. */
function registered(shown: Envelope | Registration, received: Envelope, t: Words) {
  const fields = [
    ['code', codeOf],
    ['issuedOn', (of) => formatDate(of.issuedOn)],
    ['author', (of) => of.author],
    ['type', (of) => of.type],
    ['priority', (of) => t(`dispatches:priority.${of.priority}`)],
    ['field', (of) => of.field],
    ['subject', (of) => (shown.subject === received.subject ? '' : of.subject)],
  ] as const satisfies readonly (readonly [string, (of: Envelope | Registration) => string])[];
  return fields.map(([field, read]) => [field, read(shown), read(received)] as const);
}

/** What nobody changes, and what only the register adds. */
function onlyReceived(
  { signer, dueOn, replyRequired, source }: Envelope,
  registration: Registration | undefined,
  t: Words,
) {
  const { register, note = '' } = registration ?? {};
  const fields = [
    ['signer', signer],
    ['dueOn', formatDate(dueOn ?? '')],
    ['replyRequired', replyRequired ? t('dispatches:yes') : ''],
    ['note', note],
    ['register', register === undefined || register === 'general' ? '' : t(`registers:register.${register}`)],
    ['source', t(`dispatches:source.${source}`)],
  ] as const;
  return fields.map(([field, value]) => [field, value, value] as const);
}

/** What a browser may show in place without running anything of it. */
export function shownAs(type: string): FileView['shown'] {
  if (type === 'application/pdf') return 'pdf';
  return ['image/png', 'image/jpeg', 'image/gif', 'image/webp'].includes(type) ? 'image' : 'other';
}

function fileView(id: string, { hash, name, type, size }: AttachedFile): FileView {
  const kilobytes = Math.max(1, Math.round(size / 1024));
  const text = kilobytes < 1024 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
  return { name, path: filePath(id, hash), size: text, shown: shownAs(type) };
}
