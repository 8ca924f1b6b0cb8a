import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';

/** The address of a database of its own on the shared test server: call it once per test file. */
export function freshDatabase(): string {
  const uri = new URL(inject('mongoUri'));
  uri.pathname = `/t_${randomUUID().slice(0, 8)}`;
  return uri.href;
}
