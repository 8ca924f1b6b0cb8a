import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import rules from '../../.dependency-cruiser.mjs';

let house: string;
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'lienthong-house-'));
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
});
afterAll(() => {
  rmSync(house, { recursive: true });
});

/** Builds one file that imports another and answers which rules that breaks. */
async function broken(from: string, to: string): Promise<string[]> {
  const isFile = to.endsWith('.ts');
  if (isFile) write(to, 'export {};');
  write(from, `import '${isFile ? join('./', relative(dirname(from), to)).replace(/^(?!\.)/, './') : to}';`);
  const options = {
    ...rules.options,
    baseDir: house,
    validate: true,
    ruleSet: { forbidden: rules.forbidden ?? [] },
  };
  const { output } = await cruise([from], options);
  return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
}

function write(path: string, text: string): void {
  mkdirSync(join(house, dirname(path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

test.each([
  ['workflows/rules/a.ts', 'workflows/contract/b.ts', 'rules-only-rules'],
  ['workflows/rules/a.ts', 'zod', 'rules-only-rules'],
  ['workflows/rules/a.ts', 'node:fs', 'rules-only-rules'],
  ['workflows/contract/a.ts', 'workflows/runtime/b.ts', 'contract-only-rules'],
  ['workflows/runtime/a.ts', 'store/b.ts', 'workflows-only-workflows'],
  ['api/tasks/a.ts', 'workflows/runtime/b.ts', 'no-workflow-code'],
  ['activities/a.ts', 'express', 'activities-no-desk'],
  ['activities/a.ts', 'api/b.ts', 'activities-no-desk'],
  ['api/tasks/a.ts', 'mongoose', 'mongoose-in-store'],
  ['api/tasks/a.ts', '@temporalio/client', 'temporal-client-doors'],
  ['api/tasks/a.ts', 'store/dispatches/dispatch.repository.ts', 'desk-reads-views'],
  ['store/tasks/a.view.ts', 'store/tasks/b.repository.ts', 'views-read-only'],
  ['api/tasks/a.presenter.ts', 'express', 'presenters-pure'],
  ['api/tasks/a.ts', 'api/registers/b.ts', 'features-by-paths'],
  ['api/tasks/a.ts', 'config/env.ts', 'config-at-roots'],
  ['store/a.ts', 'test/b.ts', 'nothing-imports-tests'],
])('%s may not import %s', async (from, to, rule) => {
  await expect(broken(from, to)).resolves.toContain(rule);
});

test.each([
  ['workflows/rules/a.ts', 'workflows/rules/b.ts'],
  ['workflows/contract/a.ts', '@temporalio/workflow'],
  ['api/tasks/a.ts', 'api/registers/b.paths.ts'],
  ['api/cases.client.ts', '@temporalio/client'],
  ['store/tasks/a.repository.ts', 'mongoose'],
  ['api/server.ts', 'config/env.ts'],
])('%s may import %s', async (from, to) => {
  await expect(broken(from, to)).resolves.toEqual([]);
});
