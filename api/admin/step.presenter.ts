import type { Condition, Step } from '../../workflows/rules/chain/chain.ts';
import type { DueRule } from '../../workflows/rules/working-time/deadline.ts';
import type { Page } from '../http/result.ts';
import { adminPath } from './admin.paths.ts';
import { tabsOf } from './calendar.presenter.ts';
import { conditionWords, dueWords, type Said, stepSays, type Words } from './chain-words.presenter.ts';
import { trailOf } from './chain.presenter.ts';
import * as choice from './chains.schema.ts';
import type { ConditionValues, StepValues } from './chains.schema.ts';

type Direction = 'incoming' | 'outgoing';

interface Form<Values> {
  readonly direction: Direction;
  readonly edition: number;
  readonly values: Values;
  readonly words: Words;
}

/** The form of one step. */
export function stepPage({
  direction,
  edition,
  values,
  words,
  step,
}: Form<StepValues> & { step: Step | undefined }): Page {
  const { t, workplace } = words;
  const key = step?.key ?? 'new';
  const title = step ? t('admin:step.edit', { title: step.title }) : t('admin:step.new');
  const { ladder } = values;
  return {
    ...{ kind: 'page', view: 'admin/step', title, trail: trailTo(words, direction, title) },
    model: {
      ...{ tabs: tabsOf('chains', t), edition, values, stored: step ? stepSays(step, words) : undefined },
      ...{ save: adminPath('chainStep', { direction, key }), back: adminPath('chain', { direction }) },
      acts: options(choice.ACTS[direction], values.act, (act) => t(`admin:act.${act}`)),
      who: Object.fromEntries(choice.WHO.map((kind) => [kind, values.who === kind])),
      roles: options(choice.ROLES, values.role, (role) => t(`admin:role.${role}`)),
      posts: named(workplace.posts, [values.post]),
      units: [
        { value: '', label: t('admin:who.holding'), chosen: values.unit === '' },
        ...named(workplace.units, [values.unit]),
      ],
      people: named(workplace.people, values.people),
      ...conditionFields(values, words),
      levels: choice.LEVELS.map((id) => ({
        id,
        ...{
          name: t(`admin:level.${id}`),
          minutesLabel: t(id === 'R1' ? 'admin:level.percent' : 'admin:level.minutes'),
        },
        ...ladder[id],
        daysField: `ladder.${id}.days`,
        minutesField: `ladder.${id}.minutes`,
        recipients: choice.RECIPIENTS.map((value) => ({
          ...{ value, label: t(`admin:recipient.${value}`), chosen: ladder[id].to.includes(value) },
        })),
      })),
    },
  };
}

interface StoredRule {
  readonly when: readonly Condition[];
  readonly due: DueRule;
}

/** The form of one settlement rule (T-11). */
export function rulePage(
  form: Form<ConditionValues> & { place: string; rule: StoredRule | undefined },
): Page {
  const { direction, edition, values, words, place, rule } = form;
  const { t } = words;
  const title = rule ? t('admin:rule.name', { place: Number(place) + 1 }) : t('admin:rule.new');
  const said: Said[] = rule ? [{ label: conditionWords(rule.when, words), text: dueWords(rule.due, t) }] : [];
  return {
    ...{ kind: 'page', view: 'admin/rule', title, trail: trailTo(words, direction, title) },
    model: {
      ...{ tabs: tabsOf('chains', t), edition, values, stored: rule ? said : undefined },
      ...{ save: adminPath('chainRule', { direction, place }), back: adminPath('chain', { direction }) },
      ...conditionFields(values, words),
    },
  };
}

/** The way to a form of a chain. */
export function trailTo(words: Words, direction: Direction, title: string) {
  const chain = { label: words.t(`admin:direction.${direction}`), href: adminPath('chain', { direction }) };
  return [...trailOf(words), chain, { label: title }];
}

function conditionFields({ priorities, dueUnit }: ConditionValues, { t }: Words) {
  return {
    priorities: choice.PRIORITIES.map((value) => ({
      ...{ value, label: t(`admin:priority.${value}`), chosen: priorities.includes(value) },
    })),
    dueUnits: options(choice.DUE_UNITS, dueUnit, (unit) => t(`admin:dueUnit.${unit}`)),
  };
}

function options<Value extends string>(
  values: readonly Value[],
  chosen: string,
  label: (value: Value) => string,
) {
  return values.map((value) => ({ value, label: label(value), chosen: value === chosen }));
}

function named(names: ReadonlyMap<string, string>, chosen: readonly string[]) {
  return [...names].map(([value, label]) => ({ value, label, chosen: chosen.includes(value) }));
}
