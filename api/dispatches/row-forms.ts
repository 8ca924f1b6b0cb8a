import type { Act } from '../../workflows/rules/dispatch/command.ts';
import type { ActForm, Opened } from './act-form.ts';
import { dueField, dueOf, isFault } from './due-field.ts';
import { type Field, options, reasonField } from './fields.ts';
import * as schemas from './dispatches.schema.ts';

/** I8, R10, T-13: done by their button alone. */
export const accept = atOnce('accept');
export const claim = atOnce('claim');
export const release = atOnce('release');
export const resume = atOnce('resume');

/** R4, R7, T-13: they ask for a reason. */
export const giveBack = withReason('giveBack');
export const withdraw = withReason('withdraw');
export const suspend = withReason('suspend');

/** I8, N4 */
export const report: ActForm<typeof schemas.report> = {
  kind: 'report',
  schema: schemas.report,
  ask: ({ t, typed, row }) => ({
    fields: [
      {
        ...{
          kind: 'text',
          name: 'percent',
          label: t('dispatches:field.percent'),
          hint: t('dispatches:hint.percent'),
        },
        ...{ value: typed('percent') ?? String(row?.percent ?? 0), numeric: true },
      },
      {
        ...{ kind: 'textarea', name: 'text', label: t('dispatches:field.text') },
        ...{ hint: t('dispatches:hint.progress'), value: typed('text') ?? '', maxlength: 2000 },
      },
    ],
  }),
  says: ({ row, percent, text }) => ({ kind: 'report', row, percent, text }),
};

/** R2 */
export const complete: ActForm<typeof schemas.complete> = {
  kind: 'complete',
  schema: schemas.complete,
  ask: (opened) => ({ fields: [resultField(opened), ...replyFields(opened)] }),
  says: (input, t) => {
    const { row, result, replyCode, replyIssuedOn, confirmOpenBranch } = input;
    if (replyCode !== '' && replyIssuedOn === undefined) {
      return { kind: 'invalid', errors: [{ field: 'replyIssuedOn', message: t('dispatches:invalid.date') }] };
    }
    return {
      ...{ kind: 'complete', row, result },
      ...(replyIssuedOn !== undefined && { reply: { code: replyCode, issuedOn: replyIssuedOn } }),
      ...(confirmOpenBranch !== undefined && { confirmOpenBranch }),
    };
  },
};

/** R9 */
export const changeRow: ActForm<typeof schemas.changeRow> = {
  kind: 'changeRow',
  schema: schemas.changeRow,
  ask: (opened) => {
    const { t, typed, row } = opened;
    const roles = options(schemas.ROLES, (role) => t(`dispatches:role.${role}`), typed('role') ?? row?.role);
    const role = { name: 'role', label: t('dispatches:field.role'), hint: '', options: roles };
    return { fields: [{ kind: 'radios', ...role }, dueField(opened, row?.parent ?? 0, 'none')] };
  },
  act: (input, opened) => {
    const due = dueOf(input, opened);
    if (isFault(due)) return due;
    const { row, role, confirmLater } = input;
    return {
      kind: 'changeRow',
      row,
      role,
      ...(due && { due }),
      ...(confirmLater !== undefined && { confirmLater }),
    };
  },
};

function atOnce(kind: 'accept' | 'claim' | 'release' | 'resume'): ActForm<typeof schemas.rowId> {
  return { kind, schema: schemas.rowId, says: ({ row }): Act => ({ kind, row }) };
}

function withReason(kind: 'giveBack' | 'withdraw' | 'suspend'): ActForm<typeof schemas.reasonOnRow> {
  return {
    kind,
    schema: schemas.reasonOnRow,
    ask: ({ t, typed }) => ({ fields: [reasonField(t, typed('reason'))] }),
    says: ({ row, reason }): Act => ({ kind, row, reason }),
  };
}

function resultField({ t, typed }: Opened): Field {
  const texts = { label: t('dispatches:field.result'), hint: t('dispatches:hint.optional2000') };
  return { kind: 'textarea', name: 'result', ...texts, value: typed('result') ?? '', maxlength: 2000 };
}

/** I9: only where the sender asks for an answer. */
function replyFields({ state, t, typed }: Opened): readonly Field[] {
  if (!state.envelope?.replyRequired) return [];
  const field = (name: 'replyCode' | 'replyIssuedOn'): Field => ({
    ...{ kind: 'text', name, label: t(`dispatches:field.${name}`) },
    ...{ hint: t(`dispatches:hint.${name}`), value: typed(name) ?? '' },
  });
  return [field('replyCode'), field('replyIssuedOn')];
}
