import { readFileSync } from 'node:fs';
import type { Chain, ChainFile } from '../../workflows/rules/chain/chain.ts';
import {
  type Envelope,
  type RegistrationForm,
  registrationOf,
} from '../../workflows/rules/dispatch/envelope.ts';
import type { CivilDate } from '../../workflows/rules/working-time/calendar.ts';
import { formatDate } from '../../workflows/rules/working-time/date-text.ts';
import { agencies } from './people.ts';

/** A default chain of config/data/chains as the seed gives it to the province. */
export function defaultChain(direction: Chain['direction']): Chain {
  const path = new URL(`../../config/data/chains/${direction}.json`, import.meta.url);
  const file = JSON.parse(readFileSync(path, 'utf8')) as ChainFile;
  return { id: `${agencies.province}/${direction}`, agency: agencies.province, ...file };
}

/** "Văn bản đến – thường". */
export const incomingChain = defaultChain('incoming');

/** … whose level L2 takes work from a person to the head of their unit (flows 1). */
export const takingChain: Chain = {
  ...incomingChain,
  steps: incomingChain.steps.map((step) => ({
    ...step,
    ladder: step.ladder.map((level) => ({
      ...level,
      ...(step.act === 'settle' && level.id === 'L2' && { action: 'reassignToHead' }),
    })),
  })),
};

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

/** A document of the axis by its number and symbol, `07/VPCP-KTTH`. */
export function letter(code: string, issuedOn: CivilDate, but: Partial<Envelope> = {}): Envelope {
  const [codeNumber = '', codeNotation = ''] = code.split('/');
  return envelope({ documentId: code, codeNumber, codeNotation, issuedOn, ...but });
}

/** The form of a clerk who registers it as it came. */
export function typed(of: Envelope): Record<string, string> {
  const { type, author, codeNumber, codeNotation, issuedOn, subject, priority, field } = of;
  const date = formatDate(issuedOn);
  return { type, author, codeNumber, codeNotation, issuedOn: date, subject, priority: `${priority}`, field };
}

/** What the clerk writes into the register for it. */
export function form(but: Partial<RegistrationForm> = {}): RegistrationForm {
  return { ...registrationOf(envelope()), ...but };
}
