import type { Dispatch } from '../../store/dispatches/dispatch.model.ts';
import { codeOf, type AttachedFile } from '../../workflows/rules/dispatch/envelope.ts';
import type { Register } from '../../workflows/rules/numbering/registers.ts';
import { formatDate } from '../../workflows/rules/working-time/date-text.ts';
import { dispatchPath } from '../dispatches/dispatches.paths.ts';
import type { Visit } from '../http/define-route.ts';
import { ACCEPTED } from './attachments.ts';
import { PRIORITIES } from './paper.schema.ts';
import { registersPaths } from './registers.paths.ts';

interface Entered {
  /** What was typed into a field before. */
  readonly typed: (name: string) => string | undefined;
  readonly copies: readonly Dispatch[];
  /** The number that each register would give now. */
  readonly next: ReadonlyMap<Register, number>;
  readonly files: readonly (AttachedFile & { readonly sealed: string })[];
}

/** The form for a paper document, in the fields that the forms of a dispatch have. */
export function paperModel({ typed, copies, next, files }: Entered, { t }: Pick<Visit, 't'>) {
  const text = (name: string, given = '', kind: 'text' | 'textarea' = 'text') => ({
    ...{ kind, name, label: t(`dispatches:field.${name}`), value: typed(name) ?? given },
    hint: t([`registers:hint.${name}`, `dispatches:hint.${name}`], { defaultValue: '' }),
  });
  const select = <Value extends string>(
    name: string,
    values: readonly Value[],
    label: (value: Value) => string,
  ) => ({
    ...{ kind: 'select', name, label: t(`dispatches:field.${name}`) },
    hint: t(`registers:hint.${name}`, { defaultValue: '' }),
    options: values.map((value) => ({
      value,
      label: label(value),
      chosen: value === (typed(name) ?? values[0]),
    })),
  });
  return {
    fields: [
      select('register', [...next.keys()], (register) =>
        t(`registers:next.${register}`, { number: next.get(register) }),
      ),
      ...[
        text('codeNumber'),
        text('codeNotation'),
        text('issuedOn'),
        text('author'),
        text('type', 'Công văn'),
      ],
      select('priority', PRIORITIES, (value) => t(`dispatches:priority.${value}`)),
      ...[text('field'), text('subject', '', 'textarea'), text('signer')],
      { ...text('pages', '1'), label: t('registers:paper.pages'), numeric: true },
      ...[text('dueOn'), text('note')],
    ],
    replyRequired: typed('replyRequired') === 'true',
    files: files.map(({ name, size, sealed }) => ({
      name,
      size: t('registers:paper.size', { size: kilobytes(size) }),
      sealed,
    })),
    accepted: ACCEPTED,
    copies: copies.map((copy) => copyModel(copy, t)),
    anew: {
      ...{
        kind: 'textarea',
        name: 'reason',
        label: t('dispatches:field.anew'),
        hint: t('dispatches:hint.reason'),
      },
      ...{ value: typed('reason') ?? '', maxlength: 1000 },
    },
    asksItself: true,
    paths: registersPaths,
  };
}

function copyModel(copy: Dispatch, t: Visit['t']) {
  const { _id, number, year, author, issuedOn, status } = copy;
  return {
    ...{ id: _id, href: dispatchPath(_id), code: codeOf(copy), author },
    ...{ issuedOn: formatDate(issuedOn), number: t('dispatches:numberOf', { number, year }) },
    status: t(`dispatches:status.${status}`),
  };
}

const kilobytes = (size: number): number => Math.max(1, Math.round(size / 1024));
