import { calendarOf } from '../../store/calendars/calendar.view.ts';
import { chainInForce } from '../../store/chains/chain.view.ts';
import { receiverForPost, receiverForUnit } from '../../store/organisation/organisation.view.ts';
import { postsOf } from '../../store/organisation/people.view.ts';
import type { Answered } from '../../workflows/contract/dispatch.contract.ts';
import type { Assignment, Command } from '../../workflows/rules/dispatch/command.ts';
import { type Envelope, registrationOf } from '../../workflows/rules/dispatch/envelope.ts';
import { isRefusal, type Refusal } from '../../workflows/rules/dispatch/refusal.ts';
import type { PostReceiver, RowRole } from '../../workflows/rules/dispatch/row.ts';
import type { AgencyCode, PersonId, UnitId } from '../../workflows/rules/ids.ts';
import { type Actor, SYSTEM } from '../../workflows/rules/people.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';

export const PROVINCE = '000.00.00.H35' as AgencyCode;

/** Where a story is played: one dispatch, and a clock that jumps. */
export interface Stage {
  now(): Instant;
  act(command: Command): Promise<Answered | Refusal>;
  sleepUntil(instant: Instant): Promise<void>;
}

/** 11503/VPCP-TTĐT, to which the province answered with 2235/UBND-VX. */
const LETTER: Envelope = {
  source: 'axis',
  documentId: '000.00.00.G22,2017/10/30,11503/VPCP-TTĐT',
  businessType: 0,
  to: PROVINCE,
  sender: '000.00.00.G22' as AgencyCode,
  author: 'Văn phòng Chính phủ',
  codeNumber: '11503',
  codeNotation: 'VPCP-TTĐT',
  issuedOn: '2017-10-30',
  type: 'Công văn',
  subject: 'V/v kết nối, liên thông các phần mềm quản lý văn bản trước ngày 31/12/2017',
  priority: 0,
  secrecy: 0,
  steering: 0,
  replyRequired: false,
  field: 'VX',
  signer: 'Văn phòng Chính phủ',
  pages: 2,
  signature: 'valid',
  files: [],
};

/** S01, its incoming half: from arrival over three escalations to settlement. */
export async function theSeed(stage: Stage): Promise<void> {
  const [mai, toan, hoa, minh, trang] = await Promise.all(
    ['mai.lt', 'toan.nd', 'hoa.lt', 'minh.dq', 'trang.pt'].map((login) => actor(login, stage.now())),
  );
  if (!mai || !toan || !hoa || !minh || !trang) throw new Error('The people of the trial data are missing');
  const calendar = await calendarOf(PROVINCE, stage.now());
  const chain = await chainInForce(PROVINCE, 'incoming', stage.now());
  if (!chain) throw new Error('The chain of the province is missing');

  await does(stage, { kind: 'arrive', envelope: LETTER, calendar, chain, by: SYSTEM });
  await stage.sleepUntil(clock('2017-10-31 08:20'));
  await does(stage, { kind: 'register', form: registrationOf(LETTER), chain, duplicates: [], by: mai });
  await stage.sleepUntil(clock('2017-10-31 09:05'));
  await does(stage, { kind: 'present', leader: await post(hoa, stage.now()), opinion: '', by: toan });
  await stage.sleepUntil(clock('2017-10-31 14:30'));
  const opinion = 'Phòng VX chủ trì tham mưu văn bản triển khai thử nghiệm kết nối, liên thông.';
  const before = { kind: 'before', date: '2017-12-31' } as const;
  const vx = await unit('vx');
  await does(stage, { kind: 'direct', assignments: [{ ...vx, due: before }], opinion, by: hoa });
  await stage.sleepUntil(clock('2017-11-01 08:00'));
  const work: Assignment = { receiver: await post(trang, stage.now()), role: 'lead' };
  await does(stage, {
    kind: 'forward',
    row: 1,
    assignments: [work],
    opinion: 'Đ/c Trang tham mưu.',
    by: minh,
  });
  await stage.sleepUntil(clock('2018-01-05 10:00'));
  const result = 'Đã tham mưu UBND tỉnh ban hành 2235/UBND-VX ngày 06/12/2017.';
  const reply = { code: '2235/UBND-VX', issuedOn: '2017-12-06' };
  await does(stage, { kind: 'complete', row: 2, result, reply, by: trang });
}

async function does(stage: Stage, command: Command): Promise<void> {
  const answer = await stage.act(command);
  if (isRefusal(answer)) throw new Error(`${command.kind} was refused by ${answer.rule}: ${answer.key}`);
}

async function actor(login: string, at: Instant): Promise<Actor | undefined> {
  return (await postsOf(login as PersonId, at))[0];
}

async function post(of: Actor, at: Instant): Promise<PostReceiver> {
  const receiver = await receiverForPost(of.post, at);
  if (receiver?.kind !== 'post') throw new Error(`${of.name} holds no post`);
  return receiver;
}

async function unit(key: string): Promise<{ receiver: Assignment['receiver']; role: RowRole }> {
  const receiver = await receiverForUnit(`${PROVINCE}/${key}` as UnitId);
  if (!receiver || receiver.kind === 'step') throw new Error(`Unit ${key} is missing`);
  return { receiver, role: 'lead' };
}

function clock(text: string): Instant {
  return Date.parse(`${text.replace(' ', 'T')}:00+07:00`);
}
