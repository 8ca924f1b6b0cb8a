import { SeedModel } from './seed.model.ts';

/** Writes a part of the first data unless this edition of it was written before. */
export async function seedOnce(part: string, edition: string, write: () => Promise<void>): Promise<void> {
  if (await SeedModel.exists({ _id: part, edition })) return;
  await write();
  await SeedModel.updateOne({ _id: part }, { $set: { edition } }, { upsert: true });
}
