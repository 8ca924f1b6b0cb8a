import { extname } from 'node:path';
import type { FileStore } from '../../store/files.ts';
import type { AttachedFile } from '../../workflows/rules/dispatch/envelope.ts';
import type { Visit } from '../http/define-route.ts';
import type { FieldError } from '../http/result.ts';
import type { Upload } from '../http/uploads.ts';
import { type Content, contentOf } from './file-content.ts';

/** What may come in by the ending of its name: its media type, and what its content must be. */
const KINDS: Readonly<Record<string, readonly [type: string, content: Content]>> = {
  pdf: ['application/pdf', 'pdf'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  odt: ['application/vnd.oasis.opendocument.text', 'odt'],
  doc: ['application/msword', 'office'],
  xls: ['application/vnd.ms-excel', 'office'],
  png: ['image/png', 'png'],
  jpg: ['image/jpeg', 'jpeg'],
  jpeg: ['image/jpeg', 'jpeg'],
  tif: ['image/tiff', 'tiff'],
  tiff: ['image/tiff', 'tiff'],
  zip: ['application/zip', 'zip'],
  txt: ['text/plain', 'text'],
  xml: ['application/xml', 'text'],
};

/** The endings that may come in, as a file chooser wants them. */
export const ACCEPTED = Object.keys(KINDS)
  .map((ending) => `.${ending}`)
  .join(',');

/** Keeps the files of a form: of several only the ones that are not what their names say are faults. */
export async function keepAttachments(
  uploads: readonly Upload[],
  store: FileStore,
  t: Visit['t'],
): Promise<{ readonly files: readonly AttachedFile[]; readonly errors: readonly FieldError[] }> {
  const checked = await Promise.all(
    uploads.map(async (upload) => ({ upload, fault: await faultOf(upload) })),
  );
  const sound = checked.filter(({ fault }) => fault === undefined);
  return {
    files: await Promise.all(sound.map(({ upload }) => kept(upload, store))),
    errors: checked.flatMap(({ upload: { name, field }, fault }) =>
      fault === undefined
        ? []
        : [{ field, message: t(`registers:file.${fault}`, { name, accepted: ACCEPTED }) }],
    ),
  };
}

/** Why a file can't be taken: judged by its content, not by what the browser says of it. */
async function faultOf({
  name,
  size,
  path,
}: Upload): Promise<'empty' | 'program' | 'unknown' | 'other' | undefined> {
  if (size === 0) return 'empty';
  const content = await contentOf(path);
  if (content === 'program') return 'program';
  const kind = KINDS[endingOf(name)];
  if (!kind) return 'unknown';
  return content === kind[1] ? undefined : 'other';
}

async function kept({ name, size, path }: Upload, store: FileStore): Promise<AttachedFile> {
  const [type] = KINDS[endingOf(name)] ?? ['application/octet-stream'];
  return { hash: await store.keep(path), name, type, size };
}

const endingOf = (name: string): string => extname(name).slice(1).toLowerCase();
