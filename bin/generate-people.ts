import { withoutAccents } from '../store/organisation/accents.ts';
import type { Tier } from '../store/organisation/agency.model.ts';
import type { Person } from '../store/organisation/person.model.ts';
import type { Post } from '../store/organisation/post.model.ts';
import type { PersonId, PostId } from '../workflows/rules/ids.ts';
import type { Plan } from './agency-plan.ts';
import { type Establishment, type OpenPost, startOfDay } from './generate-agencies.ts';

export interface Staff {
  readonly posts: readonly Post[];
  readonly people: readonly Person[];
}

const SEED = 2235;

/** Gives every post a holder: the named people theirs, everyone else a name made up from the plan's lists. */
export function generatePeople(plan: Plan, { agencies, posts }: Establishment): Staff {
  const newLogin = logins();
  const holders = new Map<PostId, PersonId>();
  const people: Person[] = [];
  const hire = (name: string, made: Omit<Person, '_id' | 'name'>, ...held: PostId[]) => {
    const _id = newLogin(name);
    people.push({ _id, name, ...made });
    for (const post of held) holders.set(post, _id);
  };
  // The named come first, so that theirs are the logins without a number.
  for (const { name, posts: held } of plan.named) hire(name, { fictional: true }, ...(held as PostId[]));
  const tiers = new Map(agencies.map(({ _id, tier }) => [_id, tier]));
  const draw = namesOf(plan);
  for (const post of posts.filter(({ _id, sameAs }) => sameAs === undefined && !holders.has(_id))) {
    hire(draw(tiers.get(post.agency) ?? 'commune'), { generated: true }, post._id);
  }
  const from = startOfDay(plan.heldFrom);
  return { people, posts: posts.map((post) => held(post, holders, from)) };
}

function held(open: OpenPost, holders: ReadonlyMap<PostId, PersonId>, from: number): Post {
  const { sameAs, ...post } = open;
  const person = holders.get(post._id) ?? holders.get(sameAs ?? post._id);
  return { ...post, holdings: person === undefined ? [] : [{ person, from }] };
}

/** `Lò Thị Mai` → `mai.lt`, the second of that name `mai.lt2`. */
function logins(): (name: string) => PersonId {
  const used = new Map<string, number>();
  return (name) => {
    const words = withoutAccents(name).split(' ');
    const login = `${words.at(-1) ?? ''}.${words
      .slice(0, -1)
      .map((word) => word.charAt(0))
      .join('')}`;
    const count = (used.get(login) ?? 0) + 1;
    used.set(login, count);
    return (count === 1 ? login : `${login}${count}`) as PersonId;
  };
}

function namesOf(plan: Plan): (tier: Tier) => string {
  const random = mulberry32(SEED);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  return (tier) => {
    let hundredth = random() * 100;
    const shares = Object.entries(plan.peoples[tier] ?? {});
    const [people = ''] = shares.find(([, share]) => (hundredth -= share) < 0) ?? [];
    const names = plan.names[people];
    if (!names) throw new Error(`No names of "${people}" for the tier ${tier} in the plan of the agencies`);
    const { middle, given } = random() < 0.58 ? names.male : names.female;
    return `${pick(names.family)} ${pick(middle)} ${pick(given)}`;
  };
}

/** Tommy Ettinger's 32-bit generator: the same names on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
