import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { type HeldPost, postsOf } from '../../store/organisation/people.view.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import type { NavItem } from '../navigation.ts';
import { sessionPaths } from '../session/session.paths.ts';
import { csrfTokenOf } from './csrf.ts';
import type { Deps } from './deps.ts';
import { LOCALES, localeOf } from './i18n.ts';
import { accessTo } from './permissions.ts';
import type { Crumb, Flash } from './result.ts';

interface NavLink {
  readonly label: string;
  readonly path: string;
  readonly current: boolean;
  readonly count: number | undefined;
}

/** Everything around a page: who I am, where I may go, what was just done. */
export interface Frame {
  readonly title: string;
  readonly trail: readonly Crumb[];
  readonly locale: string;
  readonly languages: readonly { code: string; name: string; current: boolean; href: string }[];
  readonly theme: string | undefined;
  readonly here: string;
  readonly acting: HeldPost | undefined;
  readonly otherPosts: readonly HeldPost[];
  /** Name of who is signed in. */
  readonly person: string | undefined;
  readonly side: readonly NavLink[];
  readonly bell: NavLink | undefined;
  readonly flash: Flash | undefined;
  readonly csrf: string;
  readonly requestKey: string;
  readonly paths: typeof sessionPaths;
}

const names = { vi: 'Tiếng Việt', en: 'English' };

/** Builds the frame of the page that answers a request. */
export async function frameFor(
  request: Request,
  deps: Deps,
  page: { readonly title: string; readonly trail?: readonly Crumb[] },
): Promise<Frame> {
  const now = deps.clock();
  const { person, flash } = request.session;
  delete request.session.flash;
  const [posts, links] = await Promise.all([
    person === undefined ? [] : postsOf(person, now),
    navigationFor(request, deps, now),
  ]);
  const here = hereOf(request);
  const locale = localeOf(request.language);
  return {
    ...{ title: page.title, trail: page.trail ?? [], locale, here, flash, theme: themeOf(request) },
    languages: LOCALES.map((code) => ({
      ...{ code, name: names[code], current: code === locale, href: withLanguage(here, code) },
    })),
    acting: posts.find(({ post }) => post === request.actor?.post),
    otherPosts: posts.filter(({ post }) => post !== request.actor?.post),
    person: posts[0]?.name ?? person,
    side: links.filter(({ place }) => place === 'side'),
    bell: links.find(({ place }) => place === 'bell'),
    csrf: csrfTokenOf(request),
    requestKey: randomUUID(),
    paths: sessionPaths,
  };
}

/** The places that the acting post may use, each with what waits there. */
export async function navigationFor(
  request: Request,
  { navigation }: Pick<Deps, 'navigation'>,
  now: Instant,
): Promise<readonly (NavLink & Pick<NavItem, 'place'>)[]> {
  const { actor, session } = request;
  if (!actor) return [];
  // The part that htmx fetches again stands on a page at another address.
  const path = URL.parse(request.get('hx-current-url') ?? '')?.pathname ?? request.path;
  const usable = navigation.filter(({ permission }) => {
    return accessTo(permission, { person: session.person, actor }) === 'granted';
  });
  return Promise.all(
    usable.map(async (item) => ({
      ...{ label: item.label, path: item.path, place: item.place },
      current: path === item.path || path.startsWith(`${item.path}/`),
      count: await item.count?.(actor, now),
    })),
  );
}

/** Where a switch of language or theme comes back to: this page, or the one whose form was sent. */
function hereOf(request: Request): string {
  if (request.method === 'GET') return request.originalUrl;
  const referrer = URL.parse(request.get('referer') ?? '');
  return referrer ? referrer.pathname + referrer.search : '/';
}

function withLanguage(here: string, code: string): string {
  const url = new URL(here, 'http://localhost');
  url.searchParams.set('lang', code);
  return url.pathname + url.search;
}

function themeOf(request: Request): string | undefined {
  return /(?:^|; )theme=(light|dark)(?:;|$)/.exec(request.get('cookie') ?? '')?.[1];
}
