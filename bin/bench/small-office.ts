import { readFileSync } from 'node:fs';
import type { Chain, ChainFile } from '../../workflows/rules/chain/chain.ts';
import type { Envelope, RegistrationForm } from '../../workflows/rules/dispatch/envelope.ts';
import type { PostReceiver, UnitReceiver } from '../../workflows/rules/dispatch/row.ts';
import type { AgencyCode, PersonId, PostId, UnitId } from '../../workflows/rules/ids.ts';
import type { Actor, OfficeRole } from '../../workflows/rules/people.ts';
import type { Calendar } from '../../workflows/rules/working-time/calendar.ts';

/** A made-up office of a few people: everything that the benches of the rules need of the world. */
export const AGENCY = '000.00.00.H35' as AgencyCode;

export function colleague(key: string, unit: string, ...roles: OfficeRole[]): Actor {
  return {
    person: key as PersonId,
    name: key,
    post: key as PostId,
    title: key,
    agency: AGENCY,
    unit: unit as UnitId,
    roles,
  };
}

export function postOf({ post, person, unit, name, title }: Actor): PostReceiver {
  return { kind: 'post', post, person, unit, above: [], unitName: unit, name, title };
}

export function unitOf(key: string): UnitReceiver {
  return { kind: 'unit', unit: key as UnitId, above: [], name: key };
}

const path = new URL('../../config/data/chains/incoming.json', import.meta.url);
const file = JSON.parse(readFileSync(path, 'utf8')) as ChainFile;
export const chain: Chain = { ...file, id: 'incoming', agency: AGENCY, passOnTypes: ['Công văn'] };

const hours = [
  { from: 450, to: 690 },
  { from: 810, to: 1020 },
];
export const calendar: Calendar = {
  id: AGENCY,
  version: 1,
  zone: [{ from: 0, minutes: 420 }],
  weekly: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
  daysOff: [],
  workedDays: {},
};

const content = {
  author: 'Bộ Y tế',
  codeNumber: '640',
  codeNotation: 'BYT-KHTC',
  issuedOn: '2026-03-02',
  type: 'Công văn',
  subject: 'V/v báo cáo',
  priority: 0,
  field: 'VX',
} as const;

export const form: RegistrationForm = { ...content, register: 'general', note: '' };

export function envelope(but: Partial<Envelope> = {}): Envelope {
  return {
    ...content,
    source: 'axis',
    documentId: 'byt-640',
    businessType: 0,
    to: AGENCY,
    sender: '000.00.00.G22' as AgencyCode,
    secrecy: 0,
    steering: 0,
    replyRequired: false,
    signer: '',
    pages: 1,
    signature: 'valid',
    files: [],
    ...but,
  };
}
