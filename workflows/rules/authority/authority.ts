import type { AgencyCode, PersonId, PostId } from '../ids.ts';
import type { Actor } from '../people.ts';
import { type Refusal, refuse } from '../dispatch/refusal.ts';
import type { Instant } from '../working-time/calendar.ts';

/**
 * In whose name one signs (ND30 Art 13): TM. for the collective, Q. acting head, KT. for the head in assigned fields,
 * TL. by order of the head, TUQ. by written authority. A head who signs alone needs no such words.
 */
export type AuthorityForm = 'head' | 'TM' | 'Q' | 'KT' | 'TL' | 'TUQ';

/** A record that lets a post sign (D-1). */
export interface Authority {
  readonly id: string;
  readonly agency: AgencyCode;
  readonly post: PostId;
  readonly person: PersonId;
  readonly form: AuthorityForm;
  /** Document types by their names in ND30 Art 7; none means all. */
  readonly types: readonly string[];
  /** Fields by their codes; none means all. */
  readonly fields: readonly string[];
  readonly from: Instant;
  /** First instant at which it no longer holds; none for as long as the post is held. */
  readonly until: Instant | undefined;
  /** Document that gives it. */
  readonly basis: string;
}

/** What is to be signed. */
export interface Matter {
  readonly type: string;
  readonly field: string;
}

/**
 * The record that lets the actor sign this now, checked at the signing instant and not before (D-2).
 * @returns the refusal that names what is missing: no record, none for this type and field, not yet or no longer
 */
export function authorityFor(
  records: readonly Authority[],
  actor: Actor,
  matter: Matter,
  at: Instant,
): Authority | Refusal {
  const { type, field } = matter;
  const own = records.filter(
    ({ agency, post, person }) => agency === actor.agency && post === actor.post && person === actor.person,
  );
  if (own.length === 0) return refuse('D-1', 'authorityMissing', { title: actor.title, type, field });
  const fitting = own.filter((record) => covers(record, matter));
  const [first] = fitting;
  if (!first) return refuse('D-1', 'authorityElsewhere', { type, field });
  const valid = fitting.find((record) => record.from <= at && !hasEnded(record, at));
  if (valid) return valid;
  const ended = fitting.find((record) => hasEnded(record, at));
  return ended
    ? refuse('D-2', 'authorityEnded', { form: ended.form, until: ended.until ?? at })
    : refuse('D-2', 'authorityNotYet', { form: first.form, from: first.from });
}

function covers({ types, fields }: Authority, { type, field }: Matter): boolean {
  return (types.length === 0 || types.includes(type)) && (fields.length === 0 || fields.includes(field));
}

/** Half-open: at the instant it ends it holds no more (S26c). */
function hasEnded({ until }: Authority, at: Instant): boolean {
  return until !== undefined && until <= at;
}

/**
 * Why an authority cannot be recorded (D-1).
 * @param giver the record by which whoever gives it holds what they give, none for the head
 */
export function authorityFault(record: Authority, giver: Authority | undefined): Refusal | undefined {
  // What was itself given in writing is not given on (ND30 13.4).
  if (giver?.form === 'TUQ') return refuse('D-1', 'tuqNotPassedOn', { basis: giver.basis });
  if (record.basis.trim() === '') return refuse('D-1', 'fieldMissing', { field: 'basis' });
  if (record.form === 'TUQ' && record.until === undefined) return refuse('D-1', 'tuqWithoutEnd');
  if (record.form === 'TUQ' && record.types.length === 0) return refuse('D-1', 'tuqWithoutContent');
  if (record.until !== undefined && record.until <= record.from) return refuse('D-1', 'authorityBackwards');
  return undefined;
}
