import { readFileSync } from 'node:fs';
import type { Chain, ChainFile } from '../../workflows/rules/chain/chain.ts';
import type { Envelope, RegistrationForm } from '../../workflows/rules/dispatch/envelope.ts';
import { agencies } from './people.ts';

/** A default chain of config/data/chains as the seed gives it to the province. */
export function defaultChain(direction: Chain['direction']): Chain {
  const path = new URL(`../../config/data/chains/${direction}.json`, import.meta.url);
  const file = JSON.parse(readFileSync(path, 'utf8')) as ChainFile;
  return { id: `${agencies.province}/${direction}`, agency: agencies.province, ...file };
}

/** "Văn bản đến – thường". */
export const incomingChain = defaultChain('incoming');

/** 640/BYT-KHTC of S13, through the axis, without a date from the sender. */
export function envelope(but: Partial<Envelope> = {}): Envelope {
  return {
    source: 'axis',
    documentId: 'byt-640',
    businessType: 0,
    to: agencies.province,
    sender: agencies.government,
    author: 'Bộ Y tế',
    codeNumber: '640',
    codeNotation: 'BYT-KHTC',
    issuedOn: '2017-10-30',
    type: 'Công văn',
    subject: 'V/v báo cáo tình hình thực hiện kế hoạch',
    priority: 0,
    secrecy: 0,
    steering: 0,
    replyRequired: false,
    field: 'VX',
    signer: 'Nguyễn Văn A',
    pages: 2,
    signature: 'valid',
    files: [],
    ...but,
  };
}

/** What the clerk writes into the register for it. */
export function form(but: Partial<RegistrationForm> = {}): RegistrationForm {
  const { author, codeNumber, codeNotation, issuedOn, type, subject, priority, field } = envelope();
  return {
    register: 'general',
    type,
    author,
    codeNumber,
    codeNotation,
    issuedOn,
    subject,
    priority,
    field,
    note: '',
    ...but,
  };
}
