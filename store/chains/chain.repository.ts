import { mongo } from 'mongoose';
import type { Chain } from '../../workflows/rules/chain/chain.ts';
import type { AgencyCode, PersonId } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { DraftChainModel, PublishedChainModel } from './chain.model.ts';

const DUPLICATE = 11_000;

/**
 * Publishes a chain as a version of its own.
 * @returns false when somebody published this version number first (U-5)
 */
export async function publishChain(
  chain: Chain,
  when: { readonly startsAt: Instant; readonly publishedAt: Instant },
  publishedBy?: PersonId,
): Promise<boolean> {
  try {
    const by = publishedBy && { publishedBy };
    await PublishedChainModel.create({ _id: idOf(chain), ...keyOf(chain), ...when, chain, ...by });
    return true;
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === DUPLICATE) return false;
    throw error;
  }
}

/** Gives agencies their first chains, in force from the beginning; those that are there stay as they are. */
export async function startChains(chains: readonly Chain[]): Promise<void> {
  await PublishedChainModel.init();
  const known = new Set(await PublishedChainModel.distinct('_id'));
  const missing = chains
    .map((chain) => ({ _id: idOf(chain), ...keyOf(chain), startsAt: 0, publishedAt: 0, chain }))
    .filter(({ _id }) => !known.has(_id));
  await PublishedChainModel.insertMany(missing, { lean: true, ordered: false });
}

/**
 * Keeps a draft; `edition` is the one that the administrator started from, 0 for none.
 * @returns false when somebody saved in between (U-5)
 */
export async function saveDraftChain(chain: Chain, edition: number): Promise<boolean> {
  const { agency, direction } = chain;
  const _id = `${agency}/${direction}`;
  if (edition === 0) {
    const made = await DraftChainModel.updateOne(
      { _id },
      { $setOnInsert: { agency, direction, edition: 1, chain } },
      { upsert: true },
    );
    return made.upsertedCount === 1;
  }
  const saved = await DraftChainModel.updateOne({ _id, edition }, { $set: { chain }, $inc: { edition: 1 } });
  return saved.modifiedCount === 1;
}

/** Throws a draft away. */
export async function dropDraftChain(agency: AgencyCode, direction: Chain['direction']): Promise<void> {
  await DraftChainModel.deleteOne({ _id: `${agency}/${direction}` });
}

const keyOf = ({ agency, direction, version }: Chain) => ({ agency, direction, version });

const idOf = ({ agency, direction, version }: Chain): string => `${agency}/${direction}/${version}`;
