import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inheritedEnv } from '../../config/env.ts';
import { freePort } from '../services/port.ts';
import type { Figure } from './figure.ts';

/** From the command to the address on the screen, the second time in the same folder. */
export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-start-'));
  const env = { ...inheritedEnv(), LIENTHONG_DATA: folder, PORT: String(await freePort()) };
  try {
    await started(env);
    const seconds = await started(env);
    return [{ figure: 'start.warmSeconds', value: Math.round(seconds * 10) / 10, unit: 's' }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts everything, waits for the address, and stops it. */
async function started(env: NodeJS.ProcessEnv): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, ['bin/start.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await addressShown(child);
  const seconds = (performance.now() - start) / 1000;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  await ended;
  return seconds;
}

async function addressShown({ stdout }: ChildProcess): Promise<void> {
  if (!stdout) return;
  for await (const line of createInterface(stdout)) if (line.includes('http://127.0.0.1:')) return;
  throw new Error('The product did not start');
}
