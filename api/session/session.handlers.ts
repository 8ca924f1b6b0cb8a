import type { z } from 'zod';
import { actorFor, postsOf } from '../../store/organisation/people.view.ts';
import type { PostId } from '../../workflows/rules/ids.ts';
import type { Visit } from '../http/define-route.ts';
import { navigationFor } from '../http/frame.ts';
import type { Result } from '../http/result.ts';
import { sessionPaths } from './session.paths.ts';
import type { choosePostForm, choosePostPage, themeForm } from './session.schema.ts';

/** The first place that the acting post may use. */
export async function home({ request, deps, now }: Visit<unknown, 'acting'>): Promise<Result> {
  const places = await navigationFor(request, deps, now);
  return { kind: 'redirect', to: places.find(({ place }) => place === 'side')?.path ?? sessionPaths.post };
}

/** The posts of the person, to act as one of them (U-1). */
export async function showPosts(visit: Visit<z.output<typeof choosePostPage>, 'signedIn'>): Promise<Result> {
  const { person, actor, now, t, input } = visit;
  const posts = await postsOf(person, now);
  const model = {
    posts: posts.map((post) => ({ ...post, current: post.post === actor?.post })),
    next: input.next,
  };
  return { kind: 'page', view: 'session/post', title: t('session:choosePost'), model };
}

/** Acts as another post from now on. */
export async function choosePost(visit: Visit<z.output<typeof choosePostForm>, 'signedIn'>): Promise<Result> {
  const { input, person, now, request, t } = visit;
  const post = input.post as PostId;
  const actor = await actorFor(person, post, now);
  if (!actor) return { kind: 'invalid', errors: [{ field: 'post', message: t('session:postNotYours') }] };
  request.session.post = post;
  const text = t('session:actingNow', { title: actor.title });
  return { kind: 'redirect', to: input.next, flash: { tone: 'success', text } };
}

/** Light, dark, or as the machine says. */
export function chooseTheme({ input, request }: Visit<z.output<typeof themeForm>>): Result {
  const { res } = request;
  const kept = { path: '/', sameSite: 'lax', maxAge: 31_536_000_000 } as const;
  if (input.theme === 'system') res?.clearCookie('theme', { path: '/' });
  else res?.cookie('theme', input.theme, kept);
  return { kind: 'redirect', to: input.next };
}
