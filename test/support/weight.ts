import type { Page, Request } from 'playwright-core';

/**
 * Weighs what a page transfers from now on, fonts apart.
 * @param apart other addresses that do not count, e.g. a document shown in place
 * @returns what ends the weighing and gives the bytes, once every request so far has told its size
 */
export function weighing(page: Page, apart: (url: string) => boolean = () => false): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  const weigh = (request: Request) => {
    if (!request.url().endsWith('.woff2') && !apart(request.url())) sizes.push(sizeOf(request));
  };
  page.on('requestfinished', weigh);
  return async () => {
    page.off('requestfinished', weigh);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  };
}

async function sizeOf(request: Request): Promise<number> {
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  return responseBodySize + responseHeadersSize;
}
