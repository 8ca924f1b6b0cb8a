import type { UnitId } from '../../workflows/rules/ids.ts';
import { withoutAccents } from '../../store/organisation/accents.ts';
import type { Words } from './reading.ts';

/** A unit or person who may receive. */
export interface Candidate {
  /** `unit:…` or `post:…`, as forms send it. */
  readonly key: string;
  /** What the habits of an assigner are kept under. */
  readonly habit: string;
  readonly unit: UnitId;
  readonly name: string;
  readonly detail: string;
}

export interface Chosen {
  /** Roles by key, in the order in which they were chosen. */
  readonly roles: Readonly<Record<string, string>>;
  readonly own: Readonly<Record<string, string>>;
  readonly habits: readonly string[];
  readonly search: string;
  /** The unit whose people are offered first: a head hands on within the unit. */
  readonly unit: UnitId | undefined;
  /** Who holds it now and cannot receive it. */
  readonly holder: string;
}

export interface ReceiverGroup {
  readonly title: string;
  readonly receivers: readonly ReceiverLine[];
}

interface ReceiverLine extends Candidate {
  readonly role: string;
  readonly own: string;
}

const RECENT = 6;
const FOUND = 30;

/** Whom a form offers: the chosen first, then what was searched, or else recent ones, the own unit's, and units. */
export function receiverGroups(
  candidates: readonly Candidate[],
  chosen: Chosen,
  t: Words,
): readonly ReceiverGroup[] {
  const offered = candidates.filter(({ key }) => key !== chosen.holder);
  const byKey = new Map(offered.map((one) => [one.key, one]));
  const keys = Object.keys(chosen.roles).filter((key) => chosen.roles[key] !== 'none');
  const shown = new Set(keys);
  const group = (title: string, among: readonly Candidate[]): ReceiverGroup => {
    const fresh = among.filter(({ key }) => !shown.has(key));
    for (const { key } of fresh) shown.add(key);
    return { title: t(`dispatches:receivers.${title}`), receivers: fresh.map((one) => line(one, chosen)) };
  };
  const first = {
    title: t('dispatches:receivers.chosen'),
    receivers: keys.flatMap((key) => byKey.get(key) ?? []).map((one) => line(one, chosen)),
  };
  const rest =
    chosen.search === ''
      ? [
          group('recent', recent(offered, chosen.habits)),
          group(
            'ownUnit',
            offered.filter(({ key, unit }) => unit === chosen.unit && key.startsWith('post:')),
          ),
          group(
            'units',
            offered.filter(({ key }) => key.startsWith('unit:')),
          ),
        ]
      : [group('found', found(offered, chosen.search))];
  return [first, ...rest].filter(({ receivers }) => receivers.length > 0);
}

function line(one: Candidate, { roles, own }: Chosen): ReceiverLine {
  return { ...one, role: roles[one.key] ?? 'none', own: own[one.key] ?? '' };
}

function recent(offered: readonly Candidate[], habits: readonly string[]): readonly Candidate[] {
  return habits.flatMap((habit) => offered.find((one) => one.habit === habit) ?? []).slice(0, RECENT);
}

/** With or without accents, every word anywhere in the name or what stands beside it. */
function found(offered: readonly Candidate[], search: string): readonly Candidate[] {
  const words = withoutAccents(search).trim().split(/\s+/);
  return offered
    .filter(({ name, detail }) => {
      const text = withoutAccents(`${name} ${detail}`);
      return words.every((word) => text.includes(word));
    })
    .slice(0, FOUND);
}
