import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, disconnect } from '../../../store/connection.ts';
import { allocate, startSeries } from '../../../store/numbers/number.repository.ts';
import { lastNumber } from '../../../store/numbers/number.view.ts';
import { freshDatabase } from '../../support/database.ts';

beforeAll(() => connect(freshDatabase()));
afterAll(disconnect);

it('gives each number once and leaves none out, whoever asks at the same time (P-1)', async () => {
  const numbers = await Promise.all(
    Array.from({ length: 60 }, (_, place) => allocate('a/general/2026', `key ${place}`)),
  );
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, place) => place + 1));
});

it('gives a key its number again, even at the same time', async () => {
  const numbers = await Promise.all(Array.from({ length: 8 }, () => allocate('b/general/2026', 'the key')));
  expect(new Set(numbers)).toEqual(new Set([1]));
  expect(await lastNumber('b/general/2026')).toBe(1);
});

it('goes on where the paper register left off', async () => {
  await startSeries('c/general/2026', 512);
  await startSeries('c/general/2026', 600);
  expect(await allocate('c/general/2026', 'first')).toBe(513);
});
