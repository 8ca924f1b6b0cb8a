import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { endRecordedChildren } from '../../bin/services/data-folder.ts';
import { freePort } from '../../bin/services/port.ts';
import { inheritedEnv } from '../../config/env.ts';

const data = mkdtempSync(join(tmpdir(), 'lienthong-start-'));
const port = await freePort();
afterAll(async () => {
  await endRecordedChildren(data);
  rmSync(data, { recursive: true });
});

interface Launch {
  readonly child: ChildProcess;
  readonly said: () => string;
}

function launch(): Launch {
  const env = { ...inheritedEnv(), LIENTHONG_DATA: data, PORT: String(port) };
  const child = spawn(process.execPath, ['bin/start.ts'], { env });
  let text = '';
  const hear = (chunk: Buffer): void => {
    text += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return { child, said: () => text };
}

const isUp = async ({ said }: Launch): Promise<void> => {
  await expect.poll(said, { timeout: 60_000 }).toContain('Dừng: Ctrl-C');
};
const exitCode = async ({ child }: Launch): Promise<unknown> => ((await once(child, 'exit')) as unknown[])[0];
const secret = (): string => readFileSync(join(data, 'secret'), 'utf8');

test('starts whole, once, again after kill -9, and stops in order', { timeout: 180_000 }, async () => {
  const first = launch();
  await isUp(first);
  expect(first.said()).toContain(`http://127.0.0.1:${port}`);
  const sessionSecret = secret();

  const second = launch();
  expect(await exitCode(second)).toBe(1);
  expect(second.said()).toContain('đang chạy rồi');

  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const third = launch();
  await isUp(third);
  expect(secret()).toBe(sessionSecret);

  third.child.kill('SIGINT');
  expect(await exitCode(third)).toBe(0);
  expect(third.said().match(/Đang dừng .*…/g)).toEqual([
    'Đang dừng máy chủ web…',
    'Đang dừng tiến trình xử lý…',
    'Đang dừng Temporal…',
    'Đang dừng cơ sở dữ liệu…',
  ]);
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
});
