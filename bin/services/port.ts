import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartFailure } from './start-failure.ts';

const loopback = '127.0.0.1';

/** A port on loopback that nothing listens on. */
export async function freePort(): Promise<number> {
  return listenOnce(0);
}

/** Fails with a sentence when something else listens on the port. */
export async function requireFreePort(port: number): Promise<void> {
  try {
    await listenOnce(port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE')
      throw new StartFailure(
        `Cổng ${port} đang có chương trình khác dùng. Chọn cổng khác, ví dụ: PORT=${port + 1} npm start`,
      );
    if (code === 'EACCES')
      throw new StartFailure(`Không được phép mở cổng ${port}. Chọn cổng khác bằng PORT.`);
    throw error;
  }
}

async function listenOnce(port: number): Promise<number> {
  const server = createServer();
  server.listen(port, loopback);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : port;
}
