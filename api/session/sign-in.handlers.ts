import { promisify } from 'node:util';
import { hash, verify } from '@node-rs/argon2';
import type { Request } from 'express';
import type { z } from 'zod';
import { postsOf } from '../../store/organisation/people.view.ts';
import { credentialOf } from '../../store/sessions/credential.view.ts';
import { countAttempt, forgetAttempts } from '../../store/sessions/sign-in-attempts.repository.ts';
import type { PersonId } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import type { Visit } from '../http/define-route.ts';
import type { Result } from '../http/result.ts';
import { sessionPaths } from './session.paths.ts';
import type { signInForm, signInPage } from './session.schema.ts';

// What an unknown login is checked against, so that it takes as long as a known one.
const nobodysHash = hash('nobody');

/** The form to sign in; who is signed in already goes on. */
export function showSignIn({ input, person, t }: Visit<z.output<typeof signInPage>>): Result {
  if (person !== undefined) return { kind: 'redirect', to: input.next };
  return { kind: 'page', view: 'session/sign-in', title: t('session:signIn'), model: { next: input.next } };
}

/** Checks login and password; too many failures lock the login for a while. */
export async function signIn({
  input,
  request,
  now,
  t,
}: Visit<z.output<typeof signInForm>>): Promise<Result> {
  const limits = limitsFor(input.login.toLowerCase(), request.ip ?? '');
  const locks = await Promise.all(limits.map((limit) => countAttempt(limit, now)));
  const lockedUntil = Math.max(...locks.map((until) => until ?? 0));
  if (lockedUntil > now)
    return wrong(t('session:locked', { count: Math.ceil((lockedUntil - now) / 60_000) }));
  const credential = await credentialOf(input.login);
  const matches = await verify(credential?.hash ?? (await nobodysHash), input.password);
  if (!credential || !matches) return wrong(t('session:wrong'));
  await forgetAttempts(limits.map(({ key }) => key));
  const choosing = await startSession(request, credential._id, now);
  return { kind: 'redirect', to: choosing ? withNext(sessionPaths.post, input.next) : input.next };
}

/** Ends the session, in the record too. */
export async function signOut({ request, t }: Visit): Promise<Result> {
  // A new one rather than none: the page that follows has a sentence to show.
  await newSession(request);
  return {
    kind: 'redirect',
    to: sessionPaths.signIn,
    flash: { tone: 'success', text: t('session:signedOut') },
  };
}

// Five for one place; more in all, so that a stranger can't easily lock a colleague out from elsewhere.
function limitsFor(login: string, address: string) {
  return [
    { key: `login ${login} from ${address}`, attempts: 5 },
    { key: `login ${login}`, attempts: 20 },
  ];
}

/** A session of its own for each sign-in (no fixation); says whether a post is still to be chosen. */
async function startSession(request: Request, person: PersonId, now: Instant): Promise<boolean> {
  const [only, ...others] = await postsOf(person, now);
  await newSession(request);
  request.session.person = person;
  if (only && others.length === 0) request.session.post = only.post;
  return request.session.post === undefined;
}

async function newSession(request: Request): Promise<void> {
  await promisify(request.session.regenerate.bind(request.session))();
}

const wrong = (message: string): Result => ({ kind: 'invalid', errors: [{ field: '', message }] });

const withNext = (path: string, next: string): string => `${path}?next=${encodeURIComponent(next)}`;
