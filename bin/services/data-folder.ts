import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readOwner, takeLock } from './lock.ts';
import { end, identify, isRunning, processIdentity, type ProcessIdentity } from './process-identity.ts';
import { explainFileFailure, StartFailure } from './start-failure.ts';

const leastFreeMegabytes = 500;
const childRecord = z.record(z.string(), processIdentity);

/** The folder where one running product keeps everything; held by one launcher at a time. */
export class DataFolder {
  readonly path: string;
  #children = new Map<string, ProcessIdentity>();

  private constructor(path: string) {
    this.path = path;
  }

  /** Makes the folder, locks it, and ends what a killed launcher left running in it. */
  static async open(path: string): Promise<DataFolder> {
    const folder = new DataFolder(resolve(path));
    try {
      mkdirSync(join(folder.path, 'logs'), { recursive: true });
      requireSpace(folder.path);
      takeLock(folder.lockFile);
      await endRecordedChildren(folder.path);
      folder.#save();
    } catch (error) {
      throw explainFileFailure(folder.path, error);
    }
    return folder;
  }

  get lockFile(): string {
    return join(this.path, 'lock');
  }

  /** Makes a folder inside and returns its path. */
  folder(name: string): string {
    const path = join(this.path, name);
    mkdirSync(path, { recursive: true });
    return path;
  }

  logFile(name: string): string {
    return join(this.path, 'logs', `${name}.log`);
  }

  /** Notes a child, so that the next launcher finds it if this one is killed. */
  recordChild(name: string, pid: number): void {
    this.#children.set(name, identify(pid));
    this.#save();
  }

  forgetChild(name: string): void {
    this.#children.delete(name);
    this.#save();
  }

  /** Notes where the record of the running product is, for commands beside it. */
  noteDatabase(uri: string): void {
    writeFileSync(databaseFile(this.path), uri, { mode: 0o600 });
  }

  /** Gives the folder back. */
  close(): void {
    rmSync(databaseFile(this.path), { force: true });
    rmSync(this.lockFile, { force: true });
  }

  #save(): void {
    const file = childrenFile(this.path);
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(this.#children)));
    renameSync(`${file}.new`, file);
  }
}

/** Ends the children that a killed launcher left in a data folder: by number and start time, never by name. */
export async function endRecordedChildren(path: string): Promise<void> {
  await Promise.all(Object.values(readChildren(path)).map((child) => end(child)));
}

/** Where the record of the product that runs in a data folder is, or undefined when none runs there. */
export function runningDatabase(path: string): string | undefined {
  const owner = readOwner(join(path, 'lock'));
  const file = databaseFile(path);
  return owner && isRunning(owner) && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const databaseFile = (path: string): string => join(path, 'database');
const childrenFile = (path: string): string => join(path, 'children.json');

function readChildren(path: string): Record<string, ProcessIdentity> {
  try {
    return childRecord.parse(JSON.parse(readFileSync(childrenFile(path), 'utf8')));
  } catch {
    return {};
  }
}

function requireSpace(path: string): void {
  const { bavail, bsize } = statfsSync(path);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free < leastFreeMegabytes)
    throw new StartFailure(
      `Thư mục dữ liệu ${path} cần ít nhất ${leastFreeMegabytes} MB trống, chỉ còn ${free} MB.`,
    );
}
