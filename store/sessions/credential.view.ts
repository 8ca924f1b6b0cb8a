import { type Credential, CredentialModel } from './credential.model.ts';

/** Whose login it is and the hash of their password; capitals don't matter. */
export async function credentialOf(login: string): Promise<Credential | undefined> {
  return (await CredentialModel.findOne({ login: login.toLowerCase() }).lean()) ?? undefined;
}
