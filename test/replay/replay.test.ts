import '../support/temporal-worker.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { Worker } from '@temporalio/worker';
import { expect, inject, test } from 'vitest';
import { CONTINUED, STORIES } from './stories.ts';

const folder = new URL('histories/', import.meta.url);
const recorded = (name: string) => readFileSync(new URL(`${name}.json`, folder), 'utf8');

async function replay(name: string, history: string): Promise<void> {
  const options = { workflowBundle: { codePath: inject('workflowBundlePath') }, replayName: name };
  await Worker.runReplayHistory(options, JSON.parse(history), name);
}

const names = Object.keys({ ...STORIES, ...CONTINUED });

test('every story has its history, and no history is left over', () => {
  expect(readdirSync(folder).toSorted()).toEqual(names.map((name) => `${name}.json`).toSorted());
});

test.each(names)('the code of today follows the recorded life "%s"', async (name) => {
  await replay(name, recorded(name));
});

test('a history in which an act was changed is not followed', async () => {
  const asBase64 = (text: string) => Buffer.from(text).toString('base64');
  const history = recorded('completed').replace(/"data":"([^"]+)"/g, (whole, data: string) => {
    const text = Buffer.from(data, 'base64').toString();
    return text.includes('"kind":"present"')
      ? `"data":"${asBase64(text.replace('"present"', '"claim"'))}"`
      : whole;
  });
  expect(history).not.toBe(recorded('completed'));
  await expect(replay('tampered', history)).rejects.toThrow(/Nondeterminism|determinis/i);
});
