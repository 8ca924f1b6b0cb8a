import { actorFor } from '../../store/organisation/people.view.ts';
import { receiverForPost, receiverForUnit } from '../../store/organisation/organisation.view.ts';
import type { Assignment, Command } from '../../workflows/rules/dispatch/command.ts';
import type { Envelope } from '../../workflows/rules/dispatch/envelope.ts';
import { isRefusal } from '../../workflows/rules/dispatch/refusal.ts';
import type { AgencyCode, DispatchId, PersonId, PostId, UnitId } from '../../workflows/rules/ids.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import type { DueRule } from '../../workflows/rules/working-time/deadline.ts';
import { chainInForce } from '../../store/chains/chain.view.ts';
import type { Product } from '../support/product.ts';
import { form } from './incoming.ts';

type Receiver = Assignment['receiver'];

/** Whom the trial data names at UBND tỉnh and at Sở Nội vụ. */
const POSTS = {
  mai: ['mai.lt', '000.00.00.H35/vp/vt1'],
  hoa: ['hoa.lt', '000.00.00.H35/ld/pct1'],
  minh: ['minh.dq', '000.00.00.H35/vx/truong'],
  trang: ['trang.pt', '000.00.00.H35/vx/cv1'],
  pao: ['pao.ga', '000.00.00.H35/vx/cv2'],
} as const;

/** An office at work: people of the trial data act on the real engine, without pages. */
export function officeOf(product: Product) {
  let acts = 0;
  const actorOf = async (who: keyof typeof POSTS): Promise<Actor> => {
    const [person, post] = POSTS[who];
    const actor = await actorFor(person as PersonId, post as PostId, product.now());
    if (!actor) throw new Error(`${who} holds no post`);
    return actor;
  };
  const act = async (agency: AgencyCode, id: DispatchId, command: Command): Promise<void> => {
    const answer = await product.cases.act(agency, id, `act-${++acts}`, command);
    if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  };
  const does = async (who: keyof typeof POSTS | Actor, id: DispatchId, what: object): Promise<void> => {
    const by = typeof who === 'string' ? await actorOf(who) : who;
    await act(by.agency, id, { ...what, by } as Command);
  };
  return {
    actorOf,
    does,
    /** A document of the axis, registered by a clerk. */
    async registered(
      envelope: Partial<Envelope>,
      clerk: keyof typeof POSTS | Actor = 'mai',
    ): Promise<DispatchId> {
      const id = await product.arrive(envelope);
      const by = typeof clerk === 'string' ? await actorOf(clerk) : clerk;
      const chain = await chainInForce(by.agency, 'incoming', product.now());
      const { codeNumber, codeNotation, subject, priority } = { ...form(), ...envelope };
      await does(by, id, {
        ...{ kind: 'register', form: form({ codeNumber, codeNotation, subject, priority }) },
        ...{ chain, duplicates: [] },
      });
      return id;
    },
    /** … and directed by Lê Thị Hoa. */
    async directed(envelope: Partial<Envelope>, assignments: readonly Assignment[]): Promise<DispatchId> {
      const id = await this.registered(envelope);
      const leader = await receiverForPost(POSTS.hoa[1] as PostId, product.now());
      await does('mai', id, { kind: 'present', leader, opinion: '' });
      await does('hoa', id, { kind: 'direct', assignments, opinion: 'Giao chủ trì tham mưu' });
      return id;
    },
    async unit(key: string, role: Assignment['role'] = 'lead', due?: DueRule): Promise<Assignment> {
      const receiver = await receiverForUnit(`000.00.00.H35/${key}` as UnitId);
      return { receiver: receiver as Receiver, role, ...(due && { due }) };
    },
    async post(
      who: keyof typeof POSTS,
      role: Assignment['role'] = 'lead',
      due?: DueRule,
    ): Promise<Assignment> {
      const receiver = await receiverForPost(POSTS[who][1] as PostId, product.now());
      return { receiver: receiver as Receiver, role, ...(due && { due }) };
    },
  };
}
