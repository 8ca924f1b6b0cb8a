import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** A process, told apart from a later one that got the same number. */
export const processIdentity = z.object({ pid: z.number().int().positive(), startedAt: z.string() });
export type ProcessIdentity = z.infer<typeof processIdentity>;

/** The identity of a running process. */
export function identify(pid: number): ProcessIdentity {
  return { pid, startedAt: startOf(pid) ?? 'unknown' };
}

/** Whether that very process still runs. */
export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  return startOf(pid) === startedAt;
}

/** Ends that very process: politely, then by force. */
export async function end(identity: ProcessIdentity, politeMs = 5000): Promise<void> {
  signal(identity, 'SIGTERM');
  const deadline = Date.now() + politeMs;
  while (Date.now() < deadline) {
    if (!isRunning(identity)) return;
    await sleep(25);
  }
  signal(identity, 'SIGKILL');
  while (isRunning(identity)) await sleep(10);
}

function signal(identity: ProcessIdentity, name: NodeJS.Signals): void {
  if (!isRunning(identity)) return;
  try {
    process.kill(identity.pid, name);
  } catch {
    // It ended between the look and the signal.
  }
}

function startOf(pid: number): string | undefined {
  try {
    const [state, ...fields] = afterName(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    // A zombie has ended, only its parent has not looked yet; but its ports are held until its last thread is gone.
    return state === 'Z' && Number(fields[16]) <= 1 ? undefined : fields[18];
  } catch {
    return process.platform === 'linux' ? undefined : startByPs(pid);
  }
}

/** The fields of /proc/PID/stat from the third on: the second is a name that may hold spaces and brackets. */
const afterName = (stat: string): string[] => stat.slice(stat.lastIndexOf(')') + 2).split(' ');

function startByPs(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
