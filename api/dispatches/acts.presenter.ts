import { openBelow } from '../../workflows/rules/dispatch/branch.ts';
import { guard } from '../../workflows/rules/dispatch/guards.ts';
import { type Permitted, permitted } from '../../workflows/rules/dispatch/permitted.ts';
import type { Row } from '../../workflows/rules/dispatch/row.ts';
import { isFinal } from '../../workflows/rules/dispatch/state.ts';
import { type ActKind, actPath } from './dispatches.paths.ts';
import type { Reading } from './reading.ts';

export interface ActView {
  readonly kind: ActKind;
  readonly label: string;
  readonly path: string;
  /** Done by its button alone; every other act asks something first. */
  readonly atOnce: boolean;
  readonly primary: boolean;
}

export interface ActsView {
  /** My acts, by what they are about; the heading is missing where there is only one such thing. */
  readonly groups: readonly { readonly about: string | undefined; readonly acts: readonly ActView[] }[];
  /** Why a button that I would expect is missing. */
  readonly missing: readonly string[];
}

/** Acts on what others hold: they stand beside the row. */
const ON_OTHERS: ReadonlySet<string> = new Set(['changeRow', 'withdraw', 'suspend', 'resume']);
const AT_ONCE: ReadonlySet<string> = new Set(['accept', 'claim', 'release', 'resume']);
/** Linking and discarding answer a likely copy: they are offered where one is found, on the registration form. */
const ELSEWHERE: ReadonlySet<string> = new Set(['link', 'discard']);
/** What moves a dispatch on: whoever hands it on looks for the first of them, an officer for the last. */
const USUAL = ['register', 'present', 'direct', 'forward', 'complete', 'claim', 'accept'] as const;
/** What whoever has a row looks for. */
const EXPECTED = ['forward', 'complete', 'giveBack'] as const;

/** My buttons: what the law permits now, and why what I would expect is not there. */
export function actsOf(reading: Reading, mine: readonly Row[]): ActsView {
  const { state, actor, now } = reading;
  const own = permitted(state, actor, now).filter(({ kind }) => !ON_OTHERS.has(kind) && !ELSEWHERE.has(kind));
  const rows = [...new Set(own.map(({ row }) => row))];
  const groups = rows.map((row) => {
    const some = own.filter((one) => one.row === row);
    const held = row === undefined ? undefined : state.rows[row];
    const first = held?.state === 'forwarded' ? undefined : usual(reading, some);
    const sorted = first ? [first, ...some.filter((one) => one !== first)] : some;
    return {
      about: rows.length > 1 ? held?.receiver.name : undefined,
      acts: sorted.map((one) => actView(reading, one, one === first)),
    };
  });
  return { groups, missing: missing(reading, mine, own.length > 0) };
}

/** The act that whoever has it in hand came for; nothing that undoes or ends is ever it. */
function usual({ actor }: Reading, acts: readonly Permitted[]): Permitted | undefined {
  const order = actor.roles.includes('officer') ? USUAL.toReversed() : USUAL;
  return order.flatMap((kind) => acts.find((one) => one.kind === kind) ?? [])[0];
}

/** What I can do about a row that others hold. */
export function actsOnOthers(reading: Reading, row: number): readonly ActView[] {
  const { state, actor, now } = reading;
  return permitted(state, actor, now)
    .filter((one) => one.row === row && ON_OTHERS.has(one.kind))
    .map((one) => actView(reading, one, false));
}

function actView({ state, t }: Reading, { kind, row }: Permitted, primary: boolean): ActView {
  const act = kind as ActKind;
  const path = actPath(state.id, act, row);
  return { kind: act, label: t(`dispatches:act.${act}`), path, atOnce: AT_ONCE.has(kind), primary };
}

function missing(
  { state, actor, now, t }: Reading,
  mine: readonly Row[],
  canAct: boolean,
): readonly string[] {
  if (isFinal(state)) return [];
  const why = mine.flatMap((row) => {
    if (row.state === 'forwarded')
      return [t('dispatches:waiting.forwarded', { names: openBelow(state, row.id).map(nameOf).join(', ') })];
    return EXPECTED.flatMap((kind) => {
      const refusal = guard(state, actor, kind, row, now);
      return refusal ? [t(`refusals:${refusal.key}`, refusal.data)] : [];
    });
  });
  if (canAct || why.length > 0) return [...new Set(why)];
  const holder = state.rows[0]?.receiver.name ?? '';
  return [t(`dispatches:waiting.${state.status}`, { holder })];
}

function nameOf({ claimedBy, receiver }: Row): string {
  return claimedBy?.name ?? receiver.name;
}
