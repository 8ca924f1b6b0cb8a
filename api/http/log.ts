import { randomUUID } from 'node:crypto';
import type { Handler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

declare module 'express-serve-static-core' {
  interface Request {
    /** The act that the request did, and who did it as which post. */
    done?: { readonly audit: string; readonly person: string | undefined; readonly post: string | undefined };
  }
}

/** One line for each request: what was asked, what came of it, and the act it did; no headers, for they hold secrets. */
export function logged(logger: Logger): Handler {
  return pinoHttp<Request, Response>({
    logger,
    genReqId: () => randomUUID(),
    wrapSerializers: false,
    serializers: {
      req: ({ id, method, originalUrl: url }: Request) => ({ id, method, url }),
      res: ({ statusCode: status }: Response) => ({ status }),
    },
    customSuccessObject: (
      { done },
      _response,
      { responseTime, res }: { responseTime: number; res: Response },
    ) => ({
      ...{ res, responseTime },
      ...done,
    }),
  });
}
