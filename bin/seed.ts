import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hash } from '@node-rs/argon2';
import { startCalendar } from '../store/calendars/calendar.repository.ts';
import { startChains } from '../store/chains/chain.repository.ts';
import { connect, disconnect } from '../store/connection.ts';
import { addMissing, type Organisation } from '../store/organisation/organisation.repository.ts';
import { seedOnce } from '../store/seeds/seed.repository.ts';
import type { Chain, ChainFile } from '../workflows/rules/chain/chain.ts';
import type { AgencyCode, PostId } from '../workflows/rules/ids.ts';
import type { CalendarSource } from '../workflows/rules/working-time/versions.ts';
import { planSchema } from './agency-plan.ts';
import { generateAgencies } from './generate-agencies.ts';
import { generatePeople } from './generate-people.ts';

/** One named person of the trial data, and how to sign in as them. */
export interface DemoPerson {
  readonly name: string;
  readonly post: string;
  readonly agency: string;
  readonly login: string;
  readonly password: string;
}

/** Of everyone in the trial data: it is printed at every start and must never guard anything real. */
const DEMO_PASSWORD = 'lienthong-2235';

// Grows when the generator would make other people from the same plan.
const GENERATOR = 1;

const plan = data('agencies/lai-chau.json');
const calendar = data('calendars/lai-chau.json');
const chains = [data('chains/incoming.json'), data('chains/outgoing.json')];

/** Who keeps a calendar of their own: the province, which its agencies inherit, and the Government's office. */
const CALENDARS = ['000.00.00.H35', '000.00.00.G22'] as AgencyCode[];

/** Brings a database to the first data that the product needs; quick when it is there already. */
export async function seed(uri: string): Promise<void> {
  await connect(uri);
  try {
    await seedConnected();
  } finally {
    await disconnect();
  }
}

/** The same on the connection that the process has. */
export async function seedConnected(): Promise<void> {
  const text = readFileSync(plan, 'utf8');
  await seedOnce('organisation', editionOf(text), async () => {
    await addMissing(await laiChau(text));
  });
  const days = readFileSync(calendar, 'utf8');
  await seedOnce('calendars', editionOf(days), async () => {
    const { entries } = JSON.parse(days) as CalendarSource;
    for (const agency of CALENDARS) await startCalendar(agency, entries);
  });
  const files = chains.map((chain) => readFileSync(chain, 'utf8'));
  await seedOnce('chains', editionOf(text, ...files), async () => {
    const described = files.map((file) => JSON.parse(file) as ChainFile);
    const { agencies } = organisation(text);
    await startChains(agencies.flatMap(({ _id }) => described.map((chain) => chainOf(_id, chain))));
  });
}

function chainOf(agency: AgencyCode, chain: ChainFile): Chain {
  return { ...chain, id: `${agency}/${chain.direction}`, agency };
}

function editionOf(...texts: readonly string[]): string {
  return createHash('sha256')
    .update(`${GENERATOR}${texts.join('')}`)
    .digest('hex');
}

function data(file: string): URL {
  return new URL(`../config/data/${file}`, import.meta.url);
}

/** The named people of the trial data, in the order of the plan, each with the shared demo password. */
export function demoPeople(): readonly DemoPerson[] {
  const { agencies, posts, people } = organisation(readFileSync(plan, 'utf8'));
  return people
    .filter(({ fictional }) => fictional)
    .flatMap(({ _id, name }) =>
      posts
        .filter(({ holdings }) => holdings.some(({ person }) => person === _id))
        .map(({ title, agency }) => ({
          ...{ name, post: title, agency: agencies.find((a) => a._id === agency)?.shortName ?? agency },
          ...{ login: _id, password: DEMO_PASSWORD },
        })),
    );
}

/** Everyone and everything of the plan, ready to be stored. */
async function laiChau(text: string): Promise<Organisation> {
  const made = organisation(text);
  // One hash for all: hashing some thousand passwords would take minutes.
  const demoHash = await hash(DEMO_PASSWORD);
  const credentials = made.people.map(({ _id }) => ({ _id, login: _id, hash: demoHash }));
  return { ...made, credentials };
}

function organisation(text: string): Omit<Organisation, 'credentials'> {
  const described = planSchema.parse(JSON.parse(text));
  const establishment = generateAgencies(described);
  const duties = described.duties.map(({ agency, date, posts }) => ({
    ...{ _id: `${agency}/${date}`, agency: agency as AgencyCode, date, posts: posts as PostId[] },
  }));
  return { ...establishment, ...generatePeople(described, establishment), duties };
}
