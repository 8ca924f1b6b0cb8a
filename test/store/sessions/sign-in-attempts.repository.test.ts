import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, disconnect } from '../../../store/connection.ts';
import { countAttempt, forgetAttempts } from '../../../store/sessions/sign-in-attempts.repository.ts';
import { freshDatabase } from '../../support/database.ts';

const now = Date.parse('2026-03-09T08:00:00+07:00');
const minutes = 60_000;

beforeAll(() => connect(freshDatabase()));
afterAll(disconnect);

describe('countAttempt', () => {
  it('lets five pass and locks until 15 minutes after the last of them', async () => {
    const limit = { key: 'a', attempts: 5 };
    for (let i = 0; i < 5; i++) expect(await countAttempt(limit, now + i * minutes)).toBeUndefined();
    expect(await countAttempt(limit, now + 5 * minutes)).toBe(now + 19 * minutes);
    expect(await countAttempt(limit, now + 19 * minutes - 1)).toBe(now + 19 * minutes);
    expect(await countAttempt(limit, now + 19 * minutes)).toBeUndefined();
  });

  it('lets no more pass when many come at once', async () => {
    const limit = { key: 'b', attempts: 5 };
    const answers = await Promise.all(Array.from({ length: 30 }, () => countAttempt(limit, now)));
    expect(answers.filter((until) => until === undefined)).toHaveLength(5);
  });

  it('starts anew after a success', async () => {
    const limit = { key: 'c', attempts: 1 };
    await countAttempt(limit, now);
    expect(await countAttempt(limit, now)).toBeDefined();
    await forgetAttempts(['c']);
    expect(await countAttempt(limit, now)).toBeUndefined();
  });
});
