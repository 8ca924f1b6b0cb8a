import type { Workplace } from '../../store/chains/workplace.view.ts';
import type { AssigneeRule, Chain, Condition, Step } from '../../workflows/rules/chain/chain.ts';
import type { Level, Offset } from '../../workflows/rules/escalation/ladder.ts';
import type { DueRule } from '../../workflows/rules/working-time/deadline.ts';
import type { Visit } from '../http/define-route.ts';
import { RECIPIENTS } from './chains.schema.ts';

/** What sentences about a chain are said with. */
export interface Words {
  readonly t: Visit['t'];
  readonly workplace: Workplace;
  /** Senders by their codes. */
  readonly agencies: ReadonlyMap<string, string>;
}

/** One thing that a step says of itself. */
export interface Said {
  readonly label: string;
  readonly text: string;
}

/** Everything that a step says, one sentence for each thing: what two versions are compared by. */
export function stepSays(step: Step, words: Words): readonly Said[] {
  const { t } = words;
  const say = (part: string, text: string): Said => ({ label: t(`admin:step.${part}`), text });
  return [
    say('act', t(`admin:act.${step.act}`)),
    say('who', whoWords(step.who, words)),
    say('due', dueWords(step.due, t)),
    say('when', conditionWords(step.when, words)),
    ...(step.optional ? [say('optional', t('admin:step.mayBeSkipped'))] : []),
    ...step.ladder.filter(({ on }) => on).map((level) => levelSays(level, t)),
  ];
}

/** What the chain says besides its steps. */
export function chainSays(chain: Chain, words: Words): readonly Said[] {
  const { t } = words;
  const { passOnTypes } = chain;
  return [
    { label: t('admin:settings.name'), text: chain.name },
    ...(chain.direction === 'incoming'
      ? [{ label: t('admin:settings.passOn'), text: passOnTypes.join(', ') || t('admin:settings.noPassOn') }]
      : []),
    ...chain.settlement.map((rule, place) => ({
      label: t('admin:rule.name', { place: place + 1 }),
      text: `${conditionWords(rule.when, words)}: ${dueWords(rule.due, t)}`,
    })),
  ];
}

function whoWords(who: AssigneeRule, { t, workplace }: Words): string {
  switch (who.kind) {
    case 'role':
      return t(`admin:role.${who.role}`);
    case 'post':
      return workplace.posts.get(who.post) ?? t('admin:who.nobody');
    case 'headOfUnit': {
      const unit = who.unit === undefined ? undefined : (workplace.units.get(who.unit) ?? who.unit);
      return unit === undefined ? t('admin:who.headOfHolding') : t('admin:who.headOf', { unit });
    }
    case 'people':
      return (
        who.people.map((person) => workplace.people.get(person) ?? person).join('; ') || t('admin:who.nobody')
      );
    case 'headsUp':
      return t('admin:who.headsUpTo', { levels: who.levels });
  }
}

export function dueWords(due: DueRule | undefined, t: Words['t']): string {
  if (due === undefined) return t('admin:due.none');
  switch (due.kind) {
    case 'workingDays':
      return due.days === 0 ? t('admin:due.sameDay') : t('admin:due.workingDays', { count: due.days });
    case 'workingMinutes':
      return due.minutes % 60 === 0
        ? t('admin:due.workingHours', { count: due.minutes / 60 })
        : t('admin:due.workingMinutes', { count: due.minutes });
    case 'realMinutes':
      return t('admin:due.realMinutes', { count: due.minutes });
    case 'days':
      return t('admin:due.days', { count: due.days });
    case 'months':
      return t('admin:due.months', { count: due.months });
    default:
      return t('admin:due.fixed');
  }
}

/** Conditions as a sentence: "loại là Giấy mời hoặc Công văn, và độ khẩn là khẩn". */
export function conditionWords(when: readonly Condition[], words: Words): string {
  if (when.length === 0) return words.t('admin:when.always');
  return when
    .map(({ fact, in: values }) => {
      const named = values.map((value) => valueWords(fact, value, words)).join(words.t('admin:when.or'));
      return words.t(`admin:when.${fact}`, { values: named });
    })
    .join(words.t('admin:when.and'));
}

function valueWords(fact: Condition['fact'], value: string, { t, agencies }: Words): string {
  if (fact === 'priority') return t(`admin:priority.${value}`);
  return fact === 'sender' ? (agencies.get(value) ?? value) : value;
}

function levelSays({ id, byDay, byMinute, to, action }: Level, t: Words['t']): Said {
  // In the order of the form, so that a version that only lists them otherwise does not read as another one.
  const told = RECIPIENTS.filter((recipient) => to.includes(recipient));
  const people = told.map((recipient) => t(`admin:recipient.${recipient}`)).join(', ');
  const [day, minute] = [offsetWords(byDay, t), offsetWords(byMinute, t)];
  const says = day === minute ? 'admin:level.saysOne' : 'admin:level.says';
  const does = action ? t('admin:level.reassigns') : '';
  return { label: t(`admin:level.${id}`), text: t(says, { day, minute, people }) + does };
}

function offsetWords(offset: Offset, t: Words['t']): string {
  switch (offset.kind) {
    case 'atDue':
      return t('admin:offset.atDue');
    case 'opening':
      return offset.workingDays < 0
        ? t('admin:offset.daysBefore', { count: -offset.workingDays })
        : t('admin:offset.daysAfter', { count: offset.workingDays });
    case 'shareUsed':
      return t('admin:offset.share', { percent: Math.round(offset.share * 100) });
    case 'minutesAfter':
      return t('admin:offset.minutesAfter', { count: offset.minutes });
  }
}
