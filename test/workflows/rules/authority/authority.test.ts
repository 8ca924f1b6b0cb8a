import { describe, expect, test } from 'vitest';
import {
  authorityFault,
  authorityFor,
  type Authority,
} from '../../../../workflows/rules/authority/authority.ts';
import { isRefusal } from '../../../../workflows/rules/dispatch/refusal.ts';
import { at } from '../../../builders/calendar.ts';
import { authority, elsewhere } from '../../../builders/outgoing-deeds.ts';
import { agencies, hai, hoa, toan } from '../../../builders/people.ts';

const letter = { type: 'Công văn', field: 'VX' };
const now = at('2026-06-30 16:00');

/** The form one signs under, or why one may not. */
function answer(records: readonly Authority[], matter = letter, instant = now, actor = hoa): string {
  const found = authorityFor(records, actor, matter, instant);
  return isRefusal(found) ? `${found.rule} ${found.key}` : found.form;
}

describe('D-1: the record that is missing is named', () => {
  test('D-1: none at all, or another’s, another post’s, another agency’s', () => {
    expect(answer([])).toBe('D-1 authorityMissing');
    expect(answer([authority(hai)])).toBe('D-1 authorityMissing');
    expect(answer([authority({ ...hoa, post: hai.post })])).toBe('D-1 authorityMissing');
    expect(answer([authority({ ...hoa, person: hai.person })])).toBe('D-1 authorityMissing');
    expect(answer([authority(elsewhere(hoa, agencies.informationDepartment))])).toBe('D-1 authorityMissing');
    expect(authorityFor([], hoa, letter, now)).toMatchObject({ data: { title: 'Phó Chủ tịch', ...letter } });
  });

  test('D-1: for other types or fields', () => {
    const invitations = authority(hoa, { types: ['Giấy mời'] });
    const finance = authority(hoa, { fields: ['TC'] });
    expect(answer([invitations, finance])).toBe('D-1 authorityElsewhere');
    expect(answer([invitations], { ...letter, type: 'Giấy mời' })).toBe('KT');
    expect(answer([finance], { ...letter, field: 'TC' })).toBe('KT');
    expect(answer([authority(hoa, { types: ['Công văn'], fields: ['VX'] })])).toBe('KT');
    // Type and field of one record, not each of another.
    expect(
      answer([
        { ...invitations, fields: ['VX'] },
        { ...finance, types: ['Công văn'] },
      ]),
    ).toBe('D-1 authorityElsewhere');
  });
});

describe('D-2: at the signing instant', () => {
  const record = authority(hoa, { from: at('2026-06-01 00:00'), until: at('2026-06-30 17:00') });

  test('D-2: from its first instant until before its last', () => {
    expect(answer([record], letter, at('2026-05-31 23:59:59'))).toBe('D-2 authorityNotYet');
    expect(answer([record], letter, at('2026-06-01 00:00'))).toBe('KT');
    expect(answer([record], letter, at('2026-06-30 16:59:59'))).toBe('KT');
    expect(answer([record], letter, at('2026-06-30 17:00:00'))).toBe('D-2 authorityEnded');
  });

  test('D-2: one that ended does not stand in the way of one that holds', () => {
    const next = authority(hoa, { form: 'Q', from: at('2026-06-30 17:00') });
    expect(answer([record, next], letter, at('2026-07-01 08:00'))).toBe('Q');
  });

  test('D-2: the instant is told', () => {
    expect(authorityFor([record], hoa, letter, at('2026-07-01 08:00'))).toMatchObject({
      data: { form: 'KT', until: at('2026-06-30 17:00') },
    });
    expect(authorityFor([record], hoa, letter, at('2026-05-01 08:00'))).toMatchObject({
      data: { form: 'KT', from: at('2026-06-01 00:00') },
    });
  });
});

describe('D-1: giving authority', () => {
  const tuq = authority(toan, {
    form: 'TUQ',
    types: ['Giấy mời'],
    from: at('2026-06-01 00:00'),
    until: at('2026-06-30 17:00'),
  });
  const fault = (record: Authority, giver?: Authority) => authorityFault(record, giver)?.key;

  test('D-1: TUQ is written, limited in time and in content', () => {
    expect(fault(tuq)).toBeUndefined();
    expect(fault({ ...tuq, until: undefined })).toBe('tuqWithoutEnd');
    expect(fault({ ...tuq, types: [] })).toBe('tuqWithoutContent');
    expect(fault({ ...tuq, basis: ' ' })).toBe('fieldMissing');
  });

  test('S26(c): … and cannot be passed on', () => {
    expect(authorityFault({ ...tuq, post: hoa.post, person: hoa.person }, tuq)).toMatchObject({
      rule: 'D-1',
      key: 'tuqNotPassedOn',
      data: { basis: tuq.basis },
    });
    expect(fault(tuq, authority(hai, { form: 'head' }))).toBeUndefined();
  });

  test('D-1: none ends before it begins', () => {
    expect(fault(authority(hoa, { from: 5, until: 5 }))).toBe('authorityBackwards');
    expect(fault(authority(hoa))).toBeUndefined();
  });
});
