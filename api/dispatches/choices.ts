import { type Leader, leadersOf } from '../../store/organisation/people.view.ts';
import { receiverForPost } from '../../store/organisation/organisation.view.ts';
import { satisfies } from '../../workflows/rules/chain/steps.ts';
import { whoDoes } from '../../workflows/rules/dispatch/owners.ts';
import type { PostReceiver } from '../../workflows/rules/dispatch/row.ts';
import type { PostId } from '../../workflows/rules/ids.ts';
import { type Fault, fieldFault, type Opened } from './act-form.ts';
import { type Field, options } from './fields.ts';

/** A choice among the leaders in post; proposed is the one who has it, else who has charge of its field. */
export async function leaderField(
  opened: Opened,
  name: 'leader' | 'consent',
  holder?: PostId,
): Promise<Field> {
  const { state, now, t, typed } = opened;
  const leaders = await leadersOf(state.agency, now);
  const byPost = new Map<string, Leader>(leaders.map((one) => [one.post, one]));
  const field = (state.registration ?? state.envelope)?.field.trim() ?? '';
  const proposed = holder === undefined ? proposedFor(opened, leaders, field) : byPost.get(holder);
  const inCharge = holder === undefined && proposed !== undefined && hasCharge(proposed, field);
  return {
    kind: 'select',
    name,
    label: t(`dispatches:field.${name}`),
    hint: inCharge ? t('dispatches:hint.inCharge', { field }) : t(`dispatches:hint.${name}`),
    options: options(
      [...byPost.keys()],
      (post) => labelOf(byPost.get(post), t),
      typed(name) ?? proposed?.post,
    ),
  };
}

/** The leader that was chosen, as a receiver; somebody who leads no more is refused. */
export async function chosenLeader(
  { state, now, t }: Opened,
  field: 'leader' | 'consent',
  post: string,
): Promise<PostReceiver | Fault> {
  const leader = (await leadersOf(state.agency, now)).find((one) => one.post === post);
  const receiver = leader && (await receiverForPost(leader.post, now));
  return receiver?.kind === 'post' ? receiver : fieldFault(field, t('dispatches:invalid.leader'));
}

/** Of those whom the chain lets direct, who has charge of the field, else the first. */
function proposedFor({ state }: Opened, leaders: readonly Leader[], field: string): Leader | undefined {
  const directing = leaders.filter((one) => satisfies(one, whoDoes(state, 'direct', 'leader'), []));
  return directing.find((one) => hasCharge(one, field)) ?? directing[0];
}

function hasCharge({ fields }: Leader, field: string): boolean {
  return fields.some((one) => one.toUpperCase() === field.toUpperCase());
}

function labelOf(leader: Leader | undefined, t: Opened['t']): string {
  if (!leader) return '';
  const { name, title, fields } = leader;
  const charge = fields.length > 0 ? t('dispatches:charge', { fields: fields.join(', ') }) : '';
  return `${name} – ${title}${charge}`;
}
