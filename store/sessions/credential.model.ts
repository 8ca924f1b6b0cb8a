import { model, Schema } from 'mongoose';
import type { PersonId } from '../../workflows/rules/ids.ts';

/** What a person signs in with. */
export interface Credential {
  readonly _id: PersonId;
  /** Lower case. */
  readonly login: string;
  /** Argon2id, with its own salt and parameters. */
  readonly hash: string;
}

const schema = new Schema<Credential>({
  _id: { type: String, required: true },
  login: { type: String, required: true, unique: true },
  hash: { type: String, required: true },
});

export const CredentialModel = model<Credential>('Credential', schema);
