import { holdersOf } from '../../store/organisation/people.view.ts';
import { receiverForPost } from '../../store/organisation/organisation.view.ts';
import { satisfies } from '../../workflows/rules/chain/steps.ts';
import { whoDoes } from '../../workflows/rules/dispatch/owners.ts';
import type { PostReceiver } from '../../workflows/rules/dispatch/row.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import type { PostId } from '../../workflows/rules/ids.ts';
import { type Fault, fieldFault, type Opened } from './act-form.ts';
import { type Field, options } from './fields.ts';

/** The leaders of the agency in post now, in the order of its posts. */
function leadersOf({ state, now }: Opened): Promise<readonly Actor[]> {
  return holdersOf({ kind: 'role', agency: state.agency, role: 'leader' }, now);
}

/** A choice among the leaders in post; proposed is whom the chain names, the chief first. */
export async function leaderField(
  opened: Opened,
  name: 'leader' | 'consent',
  proposed?: PostId,
): Promise<Field> {
  const { state, t, typed } = opened;
  const leaders = await leadersOf(opened);
  const named = leaders.find((one) => satisfies(one, whoDoes(state, 'direct', 'leader'), []));
  const byPost = new Map<string, Actor>(leaders.map((one) => [one.post, one]));
  const chosen = typed(name) ?? proposed ?? named?.post;
  const label = (post: string) => `${byPost.get(post)?.name ?? ''} – ${byPost.get(post)?.title ?? ''}`;
  return {
    kind: 'select',
    name,
    label: t(`dispatches:field.${name}`),
    hint: t(`dispatches:hint.${name}`),
    options: options([...byPost.keys()], label, chosen),
  };
}

/** The leader that was chosen, as a receiver; somebody who leads no more is refused. */
export async function chosenLeader(
  opened: Opened,
  field: 'leader' | 'consent',
  post: string,
): Promise<PostReceiver | Fault> {
  const leader = (await leadersOf(opened)).find((one) => one.post === post);
  const receiver = leader && (await receiverForPost(leader.post, opened.now));
  return receiver?.kind === 'post' ? receiver : fieldFault(field, opened.t('dispatches:invalid.leader'));
}
