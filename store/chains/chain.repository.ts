import type { Chain } from '../../workflows/rules/chain/chain.ts';
import type { AgencyCode } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { isDuplicate } from '../duplicate.ts';
import { DraftChainModel, PublishedChainModel, type Signed } from './chain.model.ts';

/**
 * Publishes a chain as a version of its own.
 * @returns false when somebody else published this version number first (U-5)
 */
export async function publishChain(
  chain: Chain,
  when: { readonly startsAt: Instant; readonly publishedAt: Instant },
  signed: Signed,
): Promise<boolean> {
  const _id = idOf(chain);
  try {
    await PublishedChainModel.create({ _id, ...keyOf(chain), ...when, ...signed, chain });
    return true;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return (await PublishedChainModel.exists({ _id, key: signed.key })) !== null;
  }
}

/** Gives agencies their first chains, in force from the beginning; those that are there stay as they are. */
export async function startChains(chains: readonly Chain[]): Promise<void> {
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
export async function saveDraftChain(
  chain: Chain,
  edition: number,
  saved: Signed & { readonly savedAt: Instant },
): Promise<boolean> {
  const { agency, direction } = chain;
  const _id = `${agency}/${direction}`;
  if (edition === 0) {
    const first = { agency, direction, edition: 1, ...saved, chain };
    await DraftChainModel.updateOne({ _id }, { $setOnInsert: first }, { upsert: true });
  } else {
    const next = { $set: { chain, ...saved }, $inc: { edition: 1 } };
    await DraftChainModel.updateOne({ _id, edition, key: { $ne: saved.key } }, next);
  }
  return (await DraftChainModel.exists({ _id, key: saved.key })) !== null;
}

/** Throws a draft away, unless somebody saved it since this edition. */
export async function dropDraftChain(
  agency: AgencyCode,
  direction: Chain['direction'],
  edition: number,
): Promise<void> {
  await DraftChainModel.deleteOne({ _id: `${agency}/${direction}`, edition });
}

const keyOf = ({ agency, direction, version }: Chain) => ({ agency, direction, version });

const idOf = ({ agency, direction, version }: Chain): string => `${agency}/${direction}/${version}`;
