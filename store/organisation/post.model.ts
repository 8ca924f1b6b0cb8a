import { model, Schema } from 'mongoose';
import type { AgencyCode, PersonId, PostId, UnitId } from '../../workflows/rules/ids.ts';
import type { OfficeRole } from '../../workflows/rules/people.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';

/** Who held a post, from an instant on and before another. */
export interface Holding {
  readonly person: PersonId;
  readonly from: Instant;
  readonly to?: Instant;
}

/** A post of a unit with everyone who ever held it: at one instant it has one holder or none. */
export interface Post {
  readonly _id: PostId;
  readonly agency: AgencyCode;
  readonly unit: UnitId;
  readonly title: string;
  readonly roles: readonly OfficeRole[];
  /** Fields of work in the holder's charge, e.g. `VX`. */
  readonly fields: readonly string[];
  /** Place among the posts of the agency: leaders first. */
  readonly place: number;
  readonly holdings: readonly Holding[];
}

const holding = new Schema<Holding>(
  { person: { type: String, required: true }, from: { type: Number, required: true }, to: Number },
  { _id: false },
);

const schema = new Schema<Post>({
  _id: { type: String, required: true },
  agency: { type: String, required: true },
  unit: { type: String, required: true },
  title: { type: String, required: true },
  roles: { type: [String], required: true },
  fields: { type: [String], required: true },
  place: { type: Number, required: true },
  holdings: { type: [holding], required: true },
});
schema.index({ agency: 1, unit: 1, place: 1 });
schema.index({ agency: 1, roles: 1 });
schema.index({ 'holdings.person': 1 });

export const PostModel = model<Post>('Post', schema);
