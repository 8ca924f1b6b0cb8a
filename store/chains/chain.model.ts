import { model, Schema } from 'mongoose';
import type { Chain } from '../../workflows/rules/chain/chain.ts';
import type { AgencyCode } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';

/** Who did it and under which request: done again under the same key, it is the same (U-2). */
export interface Signed {
  /** Name and post, as they read on that day. */
  readonly by: string;
  readonly key: string;
}

/** One published version of a chain; never changed afterwards. The first of the trial data nobody signed. */
export interface PublishedChain extends Partial<Signed> {
  /** `agency/direction/version`. */
  readonly _id: string;
  readonly agency: AgencyCode;
  readonly direction: Chain['direction'];
  readonly version: number;
  readonly startsAt: Instant;
  readonly publishedAt: Instant;
  readonly chain: Chain;
}

/** What an administrator is working on; one per agency and direction. */
export interface DraftChain extends Signed {
  /** `agency/direction`. */
  readonly _id: string;
  readonly agency: AgencyCode;
  readonly direction: Chain['direction'];
  /** Grows with each save, so that two administrators see each other's (U-5). */
  readonly edition: number;
  readonly savedAt: Instant;
  readonly chain: Chain;
}

const published = new Schema<PublishedChain>({
  _id: { type: String, required: true },
  agency: { type: String, required: true },
  direction: { type: String, required: true },
  version: { type: Number, required: true },
  startsAt: { type: Number, required: true },
  publishedAt: { type: Number, required: true },
  by: String,
  key: String,
  chain: { type: Schema.Types.Mixed, required: true },
});
published.index({ agency: 1, direction: 1, startsAt: -1, version: -1 });

const draft = new Schema<DraftChain>({
  _id: { type: String, required: true },
  agency: { type: String, required: true },
  direction: { type: String, required: true },
  edition: { type: Number, required: true },
  savedAt: { type: Number, required: true },
  by: { type: String, required: true },
  key: { type: String, required: true },
  chain: { type: Schema.Types.Mixed, required: true },
});

export const PublishedChainModel = model<PublishedChain>('PublishedChain', published);
export const DraftChainModel = model<DraftChain>('DraftChain', draft);
