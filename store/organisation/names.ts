import type { PersonId } from '../../workflows/rules/ids.ts';
import { plain } from '../plain.ts';
import { PersonModel } from './person.model.ts';

const KEPT_MS = 10_000;
let names = new Map<PersonId, string>();
let forgottenAt = 0;

/** What people are called; kept for a while, since every act asks and a name gives nobody a right. */
export async function namesOf(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
  if (Date.now() > forgottenAt) {
    names = new Map();
    forgottenAt = Date.now() + KEPT_MS;
  }
  const known = names;
  const unknown = people.filter((person) => !known.has(person));
  if (unknown.length > 0) {
    const found = await plain(PersonModel)
      .find({ _id: { $in: unknown } })
      .toArray();
    for (const { _id, name } of found) known.set(_id, name);
  }
  return known;
}
