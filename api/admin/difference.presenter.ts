import type { Chain, Step } from '../../workflows/rules/chain/chain.ts';
import { chainSays, type Said, stepSays, type Words } from './chain-words.presenter.ts';

/** One difference between two versions, as a sentence with what was and what is. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly before: string; readonly after: string }[];
}

/** What differs between two versions of a chain, as text. */
export function differencesOf(before: Chain, after: Chain, words: Words): readonly Difference[] {
  const { t } = words;
  const old = new Map(before.steps.map((step) => [step.key, step]));
  const kept = new Set(after.steps.map(({ key }) => key));
  const whole = linesOf(chainSays(before, words), chainSays(after, words));
  return [
    ...(whole.length > 0
      ? [{ kind: 'changed' as const, title: t('admin:difference.whole'), lines: whole }]
      : []),
    ...before.steps
      .filter(({ key }) => !kept.has(key))
      .map(({ title }) => ({
        kind: 'removed' as const,
        title: t('admin:difference.removed', { title }),
        lines: [],
      })),
    ...after.steps.flatMap((step) => stepDifference(old.get(step.key), step, words)),
    ...movedSteps(before, after).map(({ title }) => ({
      ...{ kind: 'moved' as const, title: t('admin:difference.moved', { title }), lines: [] },
    })),
  ];
}

function stepDifference(before: Step | undefined, after: Step, words: Words): readonly Difference[] {
  const { t } = words;
  const { title } = after;
  if (!before) {
    const lines = linesOf([], stepSays(after, words));
    return [{ kind: 'added', title: t('admin:difference.added', { title }), lines }];
  }
  const name = (step: Step): Said => ({ label: t('admin:step.title'), text: step.title });
  const lines = linesOf([name(before), ...stepSays(before, words)], [name(after), ...stepSays(after, words)]);
  return lines.length > 0
    ? [{ kind: 'changed', title: t('admin:difference.changed', { title }), lines }]
    : [];
}

/** Steps that stand after a step that they stood before. */
function movedSteps(before: Chain, after: Chain): readonly Step[] {
  const place = new Map(before.steps.map(({ key }, index) => [key, index]));
  let furthest = -1;
  return after.steps.filter(({ key }) => {
    const was = place.get(key);
    if (was === undefined) return false;
    const moved = was < furthest;
    furthest = Math.max(furthest, was);
    return moved;
  });
}

function linesOf(before: readonly Said[], after: readonly Said[]): Difference['lines'] {
  const labels = [...new Set([...before, ...after].map(({ label }) => label))];
  const textOf = (said: readonly Said[], label: string) =>
    said.find((one) => one.label === label)?.text ?? '–';
  return labels
    .map((label) => ({ label, before: textOf(before, label), after: textOf(after, label) }))
    .filter((line) => line.before !== line.after);
}
