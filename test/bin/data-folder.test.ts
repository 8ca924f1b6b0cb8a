import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataFolder } from '../../bin/services/data-folder.ts';
import { readOwner } from '../../bin/services/lock.ts';
import { identify, isRunning } from '../../bin/services/process-identity.ts';
import { StartFailure } from '../../bin/services/start-failure.ts';

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'lienthong-folder-'));
});
afterEach(() => {
  rmSync(path, { recursive: true });
});

const lockFile = (): string => join(path, 'lock');
const lockOfDeadLauncher = (): void => {
  const { pid } = spawnSync('true');
  writeFileSync(lockFile(), JSON.stringify({ pid, startedAt: '1' }));
};
const sleeper = (): number => {
  const { pid } = spawn('sleep', ['60'], { stdio: 'ignore' });
  if (pid === undefined) throw new Error('no sleep');
  return pid;
};

test('a second start in the same folder is refused with a sentence', async () => {
  await DataFolder.open(path);
  await expect(DataFolder.open(path)).rejects.toThrow(/đang chạy rồi \(tiến trình \d+/);
});

test('the folder is free again after it is given back', async () => {
  (await DataFolder.open(path)).close();
  await expect(DataFolder.open(path)).resolves.toBeInstanceOf(DataFolder);
});

test('the lock of a dead launcher is taken over', async () => {
  lockOfDeadLauncher();
  await DataFolder.open(path);
  expect(readOwner(lockFile())?.pid).toBe(process.pid);
});

test('what a killed launcher left running is ended', async () => {
  const folder = await DataFolder.open(path);
  const child = identify(sleeper());
  folder.recordChild('database', child.pid);
  lockOfDeadLauncher();
  await DataFolder.open(path);
  expect(isRunning(child)).toBe(false);
});

test('another process that got a recorded number is left alone', async () => {
  const child = identify(sleeper());
  writeFileSync(join(path, 'children.json'), JSON.stringify({ web: { pid: child.pid, startedAt: '1' } }));
  await DataFolder.open(path);
  expect(isRunning(child)).toBe(true);
  process.kill(child.pid);
});

test('a path that cannot be a folder is refused with a sentence', async () => {
  writeFileSync(join(path, 'file'), '');
  await expect(DataFolder.open(join(path, 'file'))).rejects.toThrow(StartFailure);
});
