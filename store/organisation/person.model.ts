import { model, Schema } from 'mongoose';
import type { PersonId } from '../../workflows/rules/ids.ts';

export interface Person {
  readonly _id: PersonId;
  readonly name: string;
  /** Made by the generator. */
  readonly generated?: true;
  /** Invented by hand for the acceptance cases. */
  readonly fictional?: true;
}

const schema = new Schema<Person>({
  _id: { type: String, required: true },
  name: { type: String, required: true },
  generated: Boolean,
  fictional: Boolean,
});

export const PersonModel = model<Person>('Person', schema);
