import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartFailure } from './start-failure.ts';

const loopback = '127.0.0.1';

/**
 * A port on loopback that nothing listens on. Below those that systems give to outgoing connections: a client that
 * knocks while the service behind it starts again could be given the service's own port and keep it.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    try {
      return await listenOnce(randomInt(15_000, 32_000));
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
}

/** Fails with a sentence when something else listens on the port. */
export async function requireFreePort(port: number): Promise<void> {
  try {
    await listenOnce(port);
  } catch (error) {
    if (isTaken(error))
      throw new StartFailure(
        `Cổng ${port} đang có chương trình khác dùng. Chọn cổng khác, ví dụ: PORT=${port + 1} npm start`,
      );
    if (codeOf(error) === 'EACCES')
      throw new StartFailure(`Không được phép mở cổng ${port}. Chọn cổng khác bằng PORT.`);
    throw error;
  }
}

const isTaken = (error: unknown) => codeOf(error) === 'EADDRINUSE';
const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

async function listenOnce(port: number): Promise<number> {
  const server = createServer();
  server.listen(port, loopback);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : port;
}
