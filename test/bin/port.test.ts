import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort, requireFreePort } from '../../bin/services/port.ts';

test('a port in use is named, and how to choose another', async () => {
  const port = await freePort();
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  await expect(requireFreePort(port)).rejects.toThrow(new RegExp(`Cổng ${port} .*PORT=${port + 1}`));
  server.close();
  await once(server, 'close');
  await expect(requireFreePort(port)).resolves.toBeUndefined();
});
