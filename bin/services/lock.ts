import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { identify, isRunning, processIdentity, type ProcessIdentity } from './process-identity.ts';
import { StartFailure } from './start-failure.ts';

/** Takes the lock file for this process; a lock whose owner is dead is taken over. */
export function takeLock(file: string): void {
  const owner = readOwner(file);
  if (owner && isRunning(owner))
    throw new StartFailure(
      `Liên Thông đang chạy rồi (tiến trình ${owner.pid}, khóa ${file}). Hãy dừng nó trước.`,
    );
  rmSync(file, { force: true });
  try {
    writeFileSync(file, JSON.stringify(identify(process.pid)), { flag: 'wx' });
  } catch (error) {
    if (readOwner(file) === undefined) throw error;
    throw new StartFailure(`Một lệnh khác vừa khởi động Liên Thông trong cùng thư mục (khóa ${file}).`);
  }
}

/** The owner that a lock file names, dead or alive. */
export function readOwner(file: string): ProcessIdentity | undefined {
  try {
    return processIdentity.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
