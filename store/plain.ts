import type { Model, mongo } from 'mongoose';

/**
 * The collection behind a model, for what every act passes: its documents are made by our own types, and to have them
 * cast again costs as much as the database itself.
 */
export function plain<T extends mongo.Document>({ collection }: Model<T>): mongo.Collection<T> {
  return collection as unknown as mongo.Collection<T>;
}
