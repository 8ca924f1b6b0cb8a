import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Handler } from 'express';
import multer, { MulterError } from 'multer';
import type { FieldError } from './result.ts';

/** A file as it lies in the temporary folder while its request is answered; removed afterwards. */
export interface Upload {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly path: string;
}

declare module 'express-serve-static-core' {
  interface Request {
    uploads?: readonly Upload[];
    uploadError?: FieldError & { readonly tooLarge: boolean };
  }
}

const MEGABYTES = 25;
const FILES = 10;

const receive = multer({
  dest: tmpdir(),
  // Without it names in Vietnamese arrive as Latin-1.
  defParamCharset: 'utf8',
  limits: { fileSize: MEGABYTES * 1024 * 1024, files: FILES, fields: 500 },
}).any();

/** Takes in the files of a multipart form, from signed-in people only: nobody else may fill the disk. */
export const takeUploads: Handler = (request, response, next) => {
  if (request.session.person === undefined) {
    next();
    return;
  }
  receive(request, response, (error: unknown) => {
    if (error !== undefined && !(error instanceof MulterError)) {
      next(error);
      return;
    }
    if (error) {
      const tooLarge = error.code === 'LIMIT_FILE_SIZE';
      const message = request.t(tooLarge ? 'errors:fileTooLarge' : 'errors:tooManyFiles', {
        MEGABYTES,
        FILES,
      });
      request.uploadError = { field: error.field ?? '', message, tooLarge };
    }
    const files = Array.isArray(request.files) ? request.files : [];
    request.uploads = files.map(({ fieldname, originalname, mimetype, size, path }) => {
      return { field: fieldname, name: originalname, type: mimetype, size, path };
    });
    response.on('close', () => {
      for (const { path } of files) void rm(path, { force: true });
    });
    next();
  });
};
