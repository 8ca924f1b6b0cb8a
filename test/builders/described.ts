import { expect } from 'vitest';
import { z } from 'zod';
import type { Browser } from './browser.ts';

interface Response {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema: Parameters<typeof z.fromJSONSchema>[0] }>>;
}

type Operation = Readonly<{ responses: Readonly<Record<string, Response>> }>;

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Response>> };
}

type Fields = Readonly<Record<string, string | File>>;

/** What to call: the name of an operation, and what its address and its form are filled with. */
export interface Call {
  readonly as: Browser;
  readonly path?: Readonly<Record<string, string | number>>;
  readonly fields?: Fields;
  readonly status?: number;
}

/** The API as its description says it is: every answer is held against it. */
export class DescribedApi {
  readonly #document: Document;
  readonly #answered = new Set<string>();

  constructor(document: unknown) {
    this.#document = document as Document;
  }

  /** Operations that were never seen to succeed. */
  get untried(): readonly string[] {
    return this.#names.filter((name) => !this.#answered.has(name));
  }

  /** Calls an operation, e.g. `get /tasks`: its answer has the awaited status and the described form. */
  async call(name: string, { as, path = {}, fields = {}, status = 200 }: Call): Promise<never> {
    const [method = '', template = ''] = name.split(' ');
    const operation = this.#document.paths[template]?.[method];
    if (!operation) throw new Error(`${name} is not described`);
    const answer = await (method === 'get'
      ? as.get(addressOf(template, path, fields))
      : as.post(addressOf(template, path), fields));
    expect(`${name} ${answer.status} ${answer.status === status ? '' : answer.text}`).toBe(
      `${name} ${status} `,
    );
    const schema = this.#responseOf(operation, status).content?.['application/json']?.schema;
    if (schema) z.fromJSONSchema(schema).parse(answer.body);
    if (status === 200) this.#answered.add(name);
    return answer.body as never;
  }

  get #names(): readonly string[] {
    return Object.entries(this.#document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
  }

  #responseOf({ responses }: Operation, status: number): Response {
    const found = responses[status] ?? responses['default'];
    const shared = found?.$ref?.split('/').at(-1);
    const response = shared === undefined ? found : this.#document.components.responses[shared];
    if (!response) throw new Error(`${status} is not described`);
    return response;
  }
}

function addressOf(template: string, path: NonNullable<Call['path']>, query: Fields = {}): string {
  const place = template.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(String(path[name])),
  );
  const asked = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : '',
    ]),
  );
  return `/api/v1${place}${asked.size > 0 ? `?${asked.toString()}` : ''}`;
}
