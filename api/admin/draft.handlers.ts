import { saveDraftChain } from '../../store/chains/chain.repository.ts';
import { agencyNames } from '../../store/chains/agency-names.view.ts';
import type { Chain, Step } from '../../workflows/rules/chain/chain.ts';
import { instantText } from '../http/instants.ts';
import type { Result } from '../http/result.ts';
import { adminPath } from './admin.paths.ts';
import { dueOf, stepOf, whenOf } from './step-input.ts';
import { type Asked, editionOf, standingOf, workedOn } from './chains.handlers.ts';
import {
  ACTS,
  type arrangeInput,
  type draftInput,
  type ruleInput,
  type settingsInput,
  type stepInput,
} from './chains.schema.ts';

type Editing = Asked<typeof draftInput>;

/** Keeps one step of the draft; a new one goes where the order of acts wants it. */
export async function saveStep(visit: Asked<typeof stepInput>): Promise<Result> {
  const { input, t } = visit;
  if (input.dueUnit !== 'none' && input.dueAmount === undefined)
    return invalid('dueAmount', t('admin:step.dueMissing'));
  if (input.dueUnit === 'none' && input.dueAmount !== undefined)
    return invalid('dueUnit', t('admin:step.unitMissing'));
  const known = await agencyNames();
  const unknown = input.senders.filter((code) => ![...known.keys()].some((one) => one === code));
  if (unknown.length > 0)
    return invalid('senders', t('admin:step.unknownSenders', { codes: unknown.join(', ') }));
  return edit(visit, (chain, keys) => {
    const at = chain.steps.findIndex(({ key }) => key === input.key);
    if (at >= 0) return { ...chain, steps: chain.steps.with(at, stepOf(input, input.key)) };
    const key = input.key === 'new' ? freshKey(input.act, keys) : input.key;
    return { ...chain, steps: chain.steps.toSpliced(placeFor(chain, input.act), 0, stepOf(input, key)) };
  });
}

/** Keeps one settlement rule of the draft. */
export async function saveRule(visit: Asked<typeof ruleInput>): Promise<Result> {
  const { input, t } = visit;
  const due = dueOf(input);
  if (!due || input.dueAmount === undefined) return invalid('dueAmount', t('admin:step.dueMissing'));
  const when = whenOf(input);
  if (when.length === 0) return invalid('types', t('admin:rule.whenMissing'));
  return edit(visit, (chain) => {
    const at = chain.settlement[Number(input.place)] ? Number(input.place) : chain.settlement.length;
    return { ...chain, settlement: chain.settlement.toSpliced(at, 1, { when, due }) };
  });
}

/** Keeps the name and the types that are passed straight on. */
export function saveSettings(visit: Asked<typeof settingsInput>): Promise<Result> {
  const { name, passOnTypes } = visit.input;
  return edit(visit, (chain) => ({ ...chain, name, passOnTypes }));
}

/** Moves or removes a step or a rule of the draft. */
export function arrange(visit: Asked<typeof arrangeInput>): Promise<Result> {
  const { what, place, move } = visit.input;
  const moved = <T>(all: readonly T[]): readonly T[] => {
    const one = all[place];
    if (one === undefined) return all;
    const rest = all.toSpliced(place, 1);
    return move === 'remove' ? rest : rest.toSpliced(Math.max(0, place + (move === 'up' ? -1 : 1)), 0, one);
  };
  return edit(visit, (chain) =>
    what === 'step'
      ? { ...chain, steps: moved(chain.steps) }
      : { ...chain, settlement: moved(chain.settlement) },
  );
}

/** One change of the draft, kept unless somebody else saved since the form was opened (U-5). */
async function edit(
  visit: Editing,
  change: (chain: Chain, keys: ReadonlySet<string>) => Chain,
): Promise<Result> {
  const { input, actor, now, key, t } = visit;
  const { direction, edition } = input;
  const standing = await standingOf(actor.agency, direction, now);
  if (!standing) return { kind: 'notFound' };
  const { draft, versions, latest } = standing;
  const to = adminPath('chain', { direction });
  const done: Result = { kind: 'redirect', to, flash: { tone: 'success', text: t('admin:chain.saved') } };
  if (draft?.key === key) return done;
  const used = [workedOn(standing), ...versions.map(({ chain }) => chain)].flatMap(({ steps }) => steps);
  const changed = {
    ...change(workedOn(standing), new Set(used.map((step) => step.key))),
    version: latest.version + 1,
  };
  const saved = { by: `${actor.name}, ${actor.title}`, key, savedAt: now };
  if (editionOf(standing) === edition && (await saveDraftChain(changed, edition, saved))) return done;
  if (!draft) return invalid('', t('admin:publish.stale'));
  return invalid('', t('admin:chain.conflict', { by: draft.by, at: instantText(draft.savedAt) }));
}

/** After the last step whose act does not come later. */
function placeFor({ direction, steps }: Chain, act: Step['act']): number {
  const order: readonly string[] = ACTS[direction];
  return steps.findLastIndex((step) => order.indexOf(step.act) <= order.indexOf(act)) + 1;
}

/** A key that no version ever used, since keys tie the steps of versions together. */
function freshKey(act: Step['act'], used: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const key = `${act}-${number}`;
    if (!used.has(key)) return key;
  }
}

/** A form that can't be kept, and why. */
export function invalid(field: string, message: string): Result {
  return { kind: 'invalid', errors: [{ field, message }] };
}
