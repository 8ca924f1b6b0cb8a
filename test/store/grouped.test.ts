import { expect, test } from 'vitest';
import { grouped } from '../../store/grouped.ts';

/** A writer that notes what went together. */
function writing(writeAll: (items: readonly string[]) => Promise<boolean>) {
  const groups: string[][] = [];
  const write = grouped<string>((items) => {
    groups.push([...items]);
    return writeAll(items);
  });
  return { groups, write };
}

test('what comes while others are written goes together with the next', async () => {
  const { groups, write } = writing(() => Promise.resolve(true));
  expect(await Promise.all(['a', 'b', 'c'].map(write))).toEqual([true, true, true]);
  expect(await write('d')).toBe(true);
  expect(groups).toEqual([['a'], ['b', 'c'], ['d']]);
});

test('one that cannot be written does not keep the others from it', async () => {
  const { groups, write } = writing((items) => {
    if (items.includes('broken')) return Promise.reject(new Error('broken'));
    return Promise.resolve(!items.includes('stale'));
  });
  const answers = await Promise.allSettled(['a', 'b', 'stale', 'broken'].map(write));
  const said = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed'));
  expect(said).toEqual([true, true, false, 'failed']);
  expect(groups).toEqual([['a'], ['b', 'stale', 'broken'], ['b'], ['stale'], ['broken']]);
});

test('a group has its limit', async () => {
  const { groups, write } = writing(() => Promise.resolve(true));
  await Promise.all(Array.from({ length: 30 }, (_, place) => write(String(place))));
  expect(groups.map(({ length }) => length)).toEqual([1, 20, 9]);
});
