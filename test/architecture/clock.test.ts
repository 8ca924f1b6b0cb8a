import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const IMPURE = /Date\.now|new Date\(|Math\.random|performance\.now/;

/** They sleep by it, and stamp what they tell others; neither comes into the state of the case. */
const MAY_LOOK = ['workflows/runtime/alarm.ts', 'workflows/runtime/tell.ts'];

test('no case decides by a clock or by chance of its own: a run that is repeated must decide the same', () => {
  const files = globSync('workflows/**/*.ts');
  expect(files.length).toBeGreaterThan(50);
  const impure = files.filter((file) => IMPURE.test(readFileSync(file, 'utf8')));
  expect(impure.toSorted()).toEqual(MAY_LOOK);
});
