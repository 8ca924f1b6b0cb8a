import { Client, Connection } from '@temporalio/client';
import { expect, test } from 'vitest';
import { createCases, NoAnswer } from '../../api/cases.client.ts';
import { freePort } from '../../bin/services/port.ts';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import { SYSTEM } from '../../workflows/rules/people.ts';
import { agencies } from '../builders/people.ts';

test('an engine that stays away is told apart from a fault, and pages can say so', async () => {
  const connection = Connection.lazy({ address: `127.0.0.1:${await freePort()}` });
  const cases = createCases(new Client({ connection }), Date.now, 0, 500);
  const act = cases.act(agencies.province, 'd1' as DispatchId, 'a key', {
    ...{ kind: 'numberAllocated', number: 1, by: SYSTEM },
  });
  await expect(act).rejects.toThrow(NoAnswer);
  await expect(act).rejects.toMatchObject({ status: 503 });
  await connection.close();
});
