import type { ActForm, Opened } from './act-form.ts';
import { chosenLeader, leaderField } from './choices.ts';
import { dueField, dueOf, isFault } from './due-field.ts';
import { type Field, options, reasonField } from './fields.ts';
import * as schemas from './dispatches.schema.ts';

/** I3 */
export const refuse: ActForm<typeof schemas.refuse> = {
  kind: 'refuse',
  schema: schemas.refuse,
  ask: (opened) => ({ fields: [whyField(opened), explanationField(opened)] }),
  says: ({ why, reason }) => ({ kind: 'refuse', reason: why, text: reason }),
};

/** I5 */
export const undoRegistration: ActForm<typeof schemas.reasonOnly> = {
  kind: 'undoRegistration',
  schema: schemas.reasonOnly,
  ask: ({ t, typed }) => ({ fields: [reasonField(t, typed('reason'))] }),
  says: ({ reason }) => ({ kind: 'undoRegistration', reason }),
};

/** I6 */
export const present: ActForm<typeof schemas.present> = {
  kind: 'present',
  schema: schemas.present,
  ask: async (opened) => ({ fields: [await leaderField(opened, 'leader'), opinionField(opened)] }),
  act: async ({ leader, opinion }, opened) => {
    const chosen = await chosenLeader(opened, 'leader', leader);
    return chosen.kind === 'post' ? { kind: 'present', leader: chosen, opinion } : chosen;
  },
};

/** I10 */
export const settle: ActForm<typeof schemas.settle> = {
  kind: 'settle',
  schema: schemas.settle,
  ask: (opened) => ({ fields: [opinionField(opened)] }),
  says: ({ opinion }) => ({ kind: 'settle', opinion }),
};

/** I13 */
export const returnToSender: ActForm<typeof schemas.returnToSender> = {
  kind: 'returnToSender',
  schema: schemas.returnToSender,
  ask: async (opened) => ({
    fields: [
      whyField(opened),
      explanationField(opened),
      await leaderField(opened, 'consent', opened.state.leader?.post),
    ],
  }),
  act: async ({ why, reason, consent }, opened) => {
    const chosen = await chosenLeader(opened, 'consent', consent);
    if (chosen.kind !== 'post') return chosen;
    return { kind: 'returnToSender', reason: why, text: reason, consent: chosen };
  },
};

/** I11 */
export const reopen: ActForm<typeof schemas.reopen> = {
  kind: 'reopen',
  schema: schemas.reopen,
  ask: (opened) => ({
    fields: [dueField(opened, undefined, 'workingDays'), reasonField(opened.t, opened.typed('reason'))],
  }),
  act: (input, opened) => {
    const due = dueOf(input, opened);
    if (isFault(due)) return due;
    if (!due) return dueMissing(opened);
    const { reason, confirmLater } = input;
    return { kind: 'reopen', due, reason, ...(confirmLater !== undefined && { confirmLater }) };
  },
};

function dueMissing({ t }: Opened) {
  const errors = [{ field: 'dueKind', message: t('dispatches:invalid.dueMissing') }];
  return { kind: 'invalid', errors } as const;
}

/** I3: what the sender reads beside the reason. */
function explanationField({ t, typed }: Opened): Field {
  return reasonField(t, typed('reason'), t('dispatches:field.explanation'));
}

/** I3: the reasons that the law knows. */
function whyField({ t, typed }: Opened): Field {
  const label = (why: string) => t(`dispatches:refusalReason.${why}`);
  return {
    kind: 'radios',
    name: 'why',
    label: t('dispatches:field.why'),
    hint: '',
    options: options(schemas.REASONS, label, typed('why')),
  };
}

function opinionField({ t, typed }: Opened): Field {
  const texts = { label: t('dispatches:field.opinion'), hint: t('dispatches:hint.optional2000') };
  return { kind: 'textarea', name: 'opinion', ...texts, value: typed('opinion') ?? '', maxlength: 2000 };
}
