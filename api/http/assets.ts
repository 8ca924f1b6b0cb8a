import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestHandler } from 'express';

const root = new URL('../../', import.meta.url);
const font = (name: string) =>
  `node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-${name}-normal.woff2`;

/** Everything that a page may load besides its HTML; a feature that needs more adds a line. */
const sources = [
  'templates/assets/app.css',
  'templates/assets/dispatches.css',
  'templates/assets/registers.css',
  'templates/assets/admin.css',
  'templates/assets/app.js',
  'templates/assets/api-docs.js',
  'templates/assets/icon.svg',
  'node_modules/@tabler/core/dist/css/tabler.min.css',
  'node_modules/swagger-ui-dist/swagger-ui.css',
  'node_modules/swagger-ui-dist/swagger-ui-bundle.js',
  ...['latin', 'vietnamese'].flatMap((set) =>
    ['400', '500', '600'].map((weight) => font(`${set}-${weight}`)),
  ),
].map((path) => new URL(path, root));

const types = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};
type Encoding = 'br' | 'gzip' | 'identity';

const compress = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
  identity: (bytes: Buffer) => Promise.resolve(bytes),
};

// One file: htmx starts as soon as it is loaded, and an extension that comes later would hear nothing.
const htmx = ['htmx.min.js', 'ext/hx-sse.min.js'].map((name) =>
  readFileSync(new URL(`node_modules/htmx.org/dist/${name}`, root)),
);

const files = new Map([
  ...sources.map((url) => [url.pathname.split('/').at(-1) ?? '', readFileSync(url)] as const),
  ['htmx.js', Buffer.concat(htmx.flatMap((script) => [script, Buffer.from(';\n')]))] as const,
]);
const version = createHash('sha256')
  .update(Buffer.concat([...files.values()]))
  .digest('hex')
  .slice(0, 10);
const compressed = new Map<string, Promise<Buffer>>();

/** The address of an asset; another one as soon as any asset changes, so that it may be kept for ever. */
export function assetUrl(name: string): string {
  if (!files.has(name)) throw new Error(`No asset "${name}" in api/http/assets.ts`);
  return `/assets/${version}/${name}`;
}

/** Answers `/assets/:version/:name`, compressed once per encoding. */
export const serveAsset: RequestHandler<{ name: string }> = async (request, response, next) => {
  const { name } = request.params;
  const bytes = files.get(name);
  const type = types[(name.split('.').at(-1) ?? '') as keyof typeof types];
  if (!bytes) {
    next();
    return;
  }
  const encoding = name.endsWith('woff2') ? 'identity' : accepted(request.acceptsEncodings(['br', 'gzip']));
  const key = `${encoding} ${name}`;
  const body = compressed.get(key) ?? compress[encoding](bytes);
  compressed.set(key, body);
  response.set({ 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' });
  response.set('Vary', 'Accept-Encoding');
  if (encoding !== 'identity') response.set('Content-Encoding', encoding);
  response.end(await body);
};

const accepted = (offer: string | false): Encoding =>
  offer === 'br' || offer === 'gzip' ? offer : 'identity';
