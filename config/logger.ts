import { pino, type Logger } from 'pino';

const secret = ['password', 'newPassword', 'secret', 'token', 'totp', 'cookie', 'authorization', '_csrf'];

/** The log of one process: JSON lines, with nothing in them that lets anybody sign in. */
export function createLogger(name: string, level: string): Logger {
  return pino({
    name,
    level,
    redact: {
      paths: [...secret, ...secret.map((key) => `*.${key}`)],
      censor: '[ẩn]',
    },
  });
}
