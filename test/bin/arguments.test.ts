import { expect, test } from 'vitest';
import { secantusArguments } from '../../bin/services/database.ts';
import { temporalArguments } from '../../bin/services/temporal.ts';

test('SecantusDB syncs every commit: without it, acknowledged writes are lost', () => {
  expect(secantusArguments(1, '/data', 'kept')).toContain('--sync-on-commit');
});

test('neither engine listens beyond this machine', () => {
  for (const args of [secantusArguments(1, '/data', 'kept'), temporalArguments(1, '/data/t.db', 'default')])
    expect(args.join(' ')).toMatch(/--(host|ip) 127\.0\.0\.1 /);
});
