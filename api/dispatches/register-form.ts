import { chainInForce } from '../../store/chains/chain.view.ts';
import type { Dispatch } from '../../store/dispatches/dispatch.model.ts';
import { dispatchFor, duplicateOf, likelyCopies } from '../../store/dispatches/dispatch.view.ts';
import { nextNumbers } from '../../store/numbers/number.view.ts';
import {
  codeOf,
  type Envelope,
  type RegistrationForm,
  registrationOf,
} from '../../workflows/rules/dispatch/envelope.ts';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import { keysOf } from '../../workflows/rules/permission/keys.ts';
import { formatDate, parseDate } from '../../workflows/rules/working-time/date-text.ts';
import { dateOf, yearIn } from '../../workflows/rules/working-time/days.ts';
import { dayAt } from '../../workflows/rules/working-time/zone.ts';
import { type ActForm, fieldFault, type Opened } from './act-form.ts';
import { actPath, dispatchPath } from './dispatches.paths.ts';
import * as schemas from './dispatches.schema.ts';
import { type Field, options, reasonField } from './fields.ts';

const PRIORITIES = ['0', '1', '2', '3', '4'] as const;

type Identity = Parameters<typeof likelyCopies>[1];

/** I4, I-R3, I-R5: what came through the axis is proposed; a correction stands beside it. */
export const register: ActForm<typeof schemas.register> = {
  kind: 'register',
  view: 'dispatches/register',
  schema: schemas.register,
  ask: async (opened) => {
    const { state, t, typed } = opened;
    const copies = await copiesOf(opened, identityTyped(opened));
    return {
      fields: [await registerField(opened), ...registrationFields(opened)],
      copies: copies.map((copy) => copyView(copy, opened)),
      anew: reasonField(t, typed('reason'), t('dispatches:field.anew')),
      paths: { link: actPath(state.id, 'link'), discard: actPath(state.id, 'discard') },
      asksItself: true,
    };
  },
  act: async (input, opened) => {
    const { state, now, t } = opened;
    const chain = await chainInForce(state.agency, 'incoming', now);
    if (!chain) return fieldFault('', t('dispatches:invalid.noChain'));
    const form = registrationOf(input);
    const documentId = state.envelope?.documentId ?? '';
    const copies = await copiesOf(opened, { ...form, documentId, issuedYear: yearIn(form.issuedOn) });
    const duplicates = copies.flatMap(duplicateOf);
    const { reason } = input;
    return {
      ...{ kind: 'register', form, chain, duplicates },
      ...(reason !== undefined && { newDespiteDuplicate: reason }),
    };
  },
};

/** I-R3: gắn vào văn bản đã có, any registered one that the clerk may see. */
export const link: ActForm<typeof schemas.link> = {
  kind: 'link',
  schema: schemas.link,
  act: async ({ to }, { actor, state, t }) => {
    const found = await dispatchFor(keysOf(actor), to as DispatchId);
    const [duplicate] = found?.agency === state.agency ? duplicateOf(found) : [];
    return duplicate ? { kind: 'link', to: duplicate } : fieldFault('to', t('dispatches:invalid.link'));
  },
};

/** I-R3: bỏ. */
export const discard: ActForm<typeof schemas.reasonOnly> = {
  kind: 'discard',
  schema: schemas.reasonOnly,
  ask: ({ t, typed }) => ({ fields: [reasonField(t, typed('reason'))] }),
  says: ({ reason }) => ({ kind: 'discard', reason }),
};

function registrationFields({ state, t, typed }: Opened): readonly Field[] {
  const { envelope } = state;
  const text = (name: keyof Envelope & keyof RegistrationForm, kind: 'text' | 'textarea' = 'text'): Field => {
    const given = String(envelope?.[name] ?? '');
    return textField(name, kind, name === 'issuedOn' ? formatDate(given) : given);
  };
  return [
    ...[text('codeNumber'), text('codeNotation'), text('issuedOn'), text('author'), text('type')],
    {
      ...{ kind: 'select', name: 'priority', label: t('dispatches:field.priority'), hint: '' },
      options: options(
        PRIORITIES,
        (one) => t(`dispatches:priority.${one}`),
        typed('priority') ?? String(envelope?.priority ?? 0),
      ),
    },
    ...[text('field'), text('subject', 'textarea'), textField('note', 'text', '')],
  ];

  function textField(name: string, kind: 'text' | 'textarea', given: string): Field {
    const value = typed(name) ?? given;
    const received = envelope?.source === 'axis' && value !== given ? { received: given } : {};
    return {
      kind,
      name,
      label: t(`dispatches:field.${name}`),
      hint: t(`dispatches:hint.${name}`),
      value,
      ...received,
    };
  }
}

function copiesOf({ state }: Opened, identity: Identity): Promise<readonly Dispatch[]> {
  return likelyCopies(state.agency, identity, state.id);
}

/** What the document is known by, as typed so far or as received. */
function identityTyped({ state: { envelope }, typed }: Opened): Identity {
  const known = (name: 'codeNumber' | 'codeNotation' | 'author') => typed(name) ?? envelope?.[name] ?? '';
  const issuedOn = parseDate(typed('issuedOn') ?? '') ?? envelope?.issuedOn ?? '';
  return {
    documentId: envelope?.documentId ?? '',
    codeNumber: known('codeNumber'),
    codeNotation: known('codeNotation'),
    author: known('author'),
    issuedYear: yearIn(issuedOn),
  };
}

/** The registers of the agency, each with the number that it would give (I-R2). */
async function registerField({ state, now, t, typed }: Opened): Promise<Field> {
  const year = state.calendar ? yearIn(dateOf(dayAt(state.calendar, now))) : 0;
  const next = await nextNumbers(state.agency, year);
  return {
    ...{ kind: 'select', name: 'register', label: t('dispatches:field.register') },
    hint: t('registers:hint.register'),
    options: options(
      [...next.keys()],
      (series) => t(`registers:next.${series}`, { number: next.get(series) }),
      typed('register') ?? 'general',
    ),
  };
}

function copyView(copy: Dispatch, { t }: Opened) {
  return {
    id: copy._id,
    path: dispatchPath(copy._id),
    number: t('dispatches:numberOf', { number: copy.number, year: copy.year }),
    code: codeOf(copy),
    author: copy.author,
    issuedOn: formatDate(copy.issuedOn),
    status: t(`dispatches:status.${copy.status}`),
  };
}
