import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  dropDraftChain,
  publishChain,
  saveDraftChain,
  startChains,
} from '../../../store/chains/chain.repository.ts';
import { chainInForce, draftChain, publishedVersions } from '../../../store/chains/chain.view.ts';
import { connect, disconnect } from '../../../store/connection.ts';
import { incomingChain } from '../../builders/incoming.ts';
import { freshDatabase } from '../../support/database.ts';

const { agency } = incomingChain;
const version = (number: number, name = 'Quy trình') => ({ ...incomingChain, version: number, name });
const saved = (key: string) => ({ by: 'Phùng Thị Hậu', key, savedAt: 1 });

beforeAll(() => connect(freshDatabase()));
afterAll(disconnect);

describe('chains', () => {
  it('start once, and stay as they are', async () => {
    await startChains([version(1, 'đầu tiên')]);
    await startChains([version(1, 'khác')]);
    expect((await chainInForce(agency, 'incoming', 0))?.name).toBe('đầu tiên');
  });

  it('are published once per version, and take effect on their day', async () => {
    const when = { startsAt: 10, publishedAt: 5 };
    const both = ['a', 'b'].map((key) => publishChain(version(2), when, { by: key, key }));
    expect((await Promise.all(both)).filter((won) => won)).toHaveLength(1);
    const winner = (await publishedVersions(agency, 'incoming'))[0]?.key ?? '';
    expect(await publishChain(version(2), when, { by: 'x', key: winner })).toBe(true);
    expect((await chainInForce(agency, 'incoming', 9))?.version).toBe(1);
    expect((await chainInForce(agency, 'incoming', 10))?.version).toBe(2);
  });

  it('keep every save of a draft', async () => {
    expect(await saveDraftChain(version(3, 'một'), 0, saved('a'))).toBe(true);
    expect(await saveDraftChain(version(3, 'hai'), 0, saved('b'))).toBe(false);
    expect(await saveDraftChain(version(3, 'hai'), 1, saved('b'))).toBe(true);
    expect(await saveDraftChain(version(3, 'hai nữa'), 1, saved('b'))).toBe(true);
    expect(await draftChain(agency, 'incoming')).toMatchObject({ edition: 2, chain: { name: 'hai' } });
    await dropDraftChain(agency, 'incoming', 1);
    expect(await draftChain(agency, 'incoming')).toBeDefined();
    await dropDraftChain(agency, 'incoming', 2);
    expect(await draftChain(agency, 'incoming')).toBeUndefined();
  });
});
