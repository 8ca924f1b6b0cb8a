import { afterAll, beforeAll, expect, it } from 'vitest';
import { followChanges } from '../../store/changes.ts';
import { connect, disconnect } from '../../store/connection.ts';
import { type Message, MessageModel } from '../../store/messages/message.model.ts';
import type { PersonId, PostId } from '../../workflows/rules/ids.ts';
import { freshDatabase } from '../support/database.ts';

beforeAll(() => connect(freshDatabase()));
afterAll(() => disconnect());

const told = (_id: string): Message => ({
  ...{ _id, person: _id as PersonId, post: 'post' as PostId, name: 'Ai đó', key: 'assigned', by: '' },
  ...{ scheduled: 0, sentAt: 0, items: [] },
});

it('what is written as soon as the record is followed is told, and nothing after the end', async () => {
  const heard: string[] = [];
  const nothing = () => undefined;
  const messages = (keys: readonly string[]) => heard.push(...keys);
  const changes = { messages, rows: nothing, dispatch: nothing, lost: () => heard.push('lost') };
  const end = await followChanges(changes);
  await MessageModel.create(told('first'));
  await expect.poll(() => heard).toEqual(['person:first']);
  await end();

  const later: string[] = [];
  const endLater = await followChanges({ ...changes, messages: (keys) => later.push(...keys) });
  await MessageModel.create(told('second'));
  await expect.poll(() => later).toEqual(['person:second']);
  await endLater();
  expect(heard).toEqual(['person:first']);
});
