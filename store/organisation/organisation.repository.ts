import type { Model } from 'mongoose';
import type { PersonId, PostId } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { type Agency, AgencyModel } from './agency.model.ts';
import { type Credential, CredentialModel } from '../sessions/credential.model.ts';
import { type Duty, DutyModel } from './duty.model.ts';
import { type Person, PersonModel } from './person.model.ts';
import { type Post, PostModel } from './post.model.ts';
import { type Unit, UnitModel } from './unit.model.ts';

/** Everything there is to know of who works where. */
export interface Organisation {
  readonly agencies: readonly Agency[];
  readonly units: readonly Unit[];
  readonly posts: readonly Post[];
  readonly people: readonly Person[];
  readonly duties: readonly Duty[];
  readonly credentials: readonly Credential[];
}

/** Writes what is not there yet; what people changed since stays as they left it. */
export async function addMissing(organisation: Organisation): Promise<void> {
  await Promise.all([
    insertMissing(AgencyModel, organisation.agencies),
    insertMissing(UnitModel, organisation.units),
    insertMissing(PostModel, organisation.posts),
    insertMissing(PersonModel, organisation.people),
    insertMissing(DutyModel, organisation.duties),
    insertMissing(CredentialModel, organisation.credentials),
  ]);
}

/** Ends the present holding of a post and gives it to somebody else, or to nobody; in force at once (D-9). */
export async function handOverPost(post: PostId, to: PersonId | undefined, at: Instant): Promise<void> {
  const before = (await PostModel.findById(post).lean())?.holdings ?? [];
  const ended = before.map((holding) => (holding.to === undefined ? { ...holding, to: at } : holding));
  const begun = to === undefined ? [] : [{ person: to, from: at }];
  // One write, so that no crash leaves the post with two holders or none.
  await PostModel.updateOne({ _id: post }, { $set: { holdings: [...ended, ...begun] } });
}

async function insertMissing<T extends { readonly _id: string }>(store: Model<T>, docs: readonly T[]) {
  const stored = await store.distinct('_id');
  const known = new Set<unknown>(stored);
  const missing = docs.filter((doc) => !known.has(doc._id));
  if (missing.length > 0) await store.insertMany(missing, { lean: true, ordered: false });
}
