import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { demoPeople } from '../seed.ts';

const agent = new Agent({ keepAlive: true });

/** Somebody signed in through the JSON API. */
export class Visitor {
  readonly #address: string;
  readonly #headers: Record<string, string>;

  private constructor(address: string, headers: Record<string, string>) {
    this.#address = address;
    this.#headers = headers;
  }

  static async signedIn(address: string, login: string): Promise<Visitor> {
    const first = await fetch(`${address}/api/v1/sign-in`);
    const password = demoPeople()[0]?.password ?? '';
    const body = new URLSearchParams({ login, password, _csrf: first.headers.get('x-csrf-token') ?? '' });
    const init = { method: 'POST', body, headers: { cookie: cookieOf(first) } } as const;
    const answer = await fetch(`${address}/api/v1/sign-in`, init);
    const token = answer.headers.get('x-csrf-token');
    if (!answer.ok || token === null) throw new Error(`${login} cannot sign in: ${answer.status}`);
    return new Visitor(address, { cookie: cookieOf(answer), 'x-csrf-token': token });
  }

  get headers(): Readonly<Record<string, string>> {
    return this.#headers;
  }

  get(path: string): Promise<unknown> {
    return this.#send('GET', path);
  }

  /** Does an act, under a key of its own. */
  post(path: string, input: object): Promise<unknown> {
    return this.#send('POST', path, JSON.stringify(input));
  }

  /** By the plain client: fetch costs the measured machine as much as the answer. */
  async #send(method: string, path: string, body = ''): Promise<unknown> {
    const extra = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const headers = body === '' ? this.#headers : { ...this.#headers, ...extra };
    const sent = request(`${this.#address}/api/v1${path}`, { method, headers, agent }).end(body);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    const said = await text(answer);
    if ((answer.statusCode ?? 500) >= 400) throw new Error(`${path}: ${answer.statusCode} ${said}`);
    return JSON.parse(said);
  }
}

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
