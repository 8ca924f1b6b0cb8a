import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import type { FileHash } from '../workflows/rules/ids.ts';

/** Files kept under the hash of their content: the same file is kept once, and a kept one never changes. */
export interface FileStore {
  /** Keeps a copy of the file at this path. */
  keep(path: string): Promise<FileHash>;
  /** The content, or undefined when no such file is kept. */
  open(hash: FileHash): Promise<Readable | undefined>;
}

/** Files in a folder of this machine. */
export function localFiles(folder: string): FileStore {
  const placeOf = (hash: FileHash) => join(folder, hash.slice(0, 2), hash);
  return {
    async keep(path) {
      const hash = await hashOf(path);
      const place = placeOf(hash);
      if (await exists(place)) return hash;
      await mkdir(dirname(place), { recursive: true });
      // Written beside and renamed, so that a crash never leaves half a file under a whole one's name.
      const beside = `${place}.${randomUUID()}`;
      await copyFile(path, beside);
      await rename(beside, place);
      return hash;
    },
    async open(hash) {
      const place = placeOf(hash);
      return (await exists(place)) ? createReadStream(place) : undefined;
    },
  };
}

async function hashOf(path: string): Promise<FileHash> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex') as FileHash;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
