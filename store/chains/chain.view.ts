import type { Chain } from '../../workflows/rules/chain/chain.ts';
import type { AgencyCode } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { type DraftChain, DraftChainModel, type PublishedChain, PublishedChainModel } from './chain.model.ts';

/** The version that new cases of an agency follow at an instant. */
export async function chainInForce(
  agency: AgencyCode,
  direction: Chain['direction'],
  at: Instant,
): Promise<Chain | undefined> {
  const found = await PublishedChainModel.findOne({ agency, direction, startsAt: { $lte: at } })
    .sort({ startsAt: -1, version: -1 })
    .lean();
  return found?.chain;
}

/** Every published version of a chain, newest first. */
export async function publishedVersions(
  agency: AgencyCode,
  direction: Chain['direction'],
): Promise<readonly PublishedChain[]> {
  return PublishedChainModel.find({ agency, direction }).sort({ version: -1 }).lean();
}

export async function draftChain(
  agency: AgencyCode,
  direction: Chain['direction'],
): Promise<DraftChain | undefined> {
  return (await DraftChainModel.findById(`${agency}/${direction}`).lean()) ?? undefined;
}
