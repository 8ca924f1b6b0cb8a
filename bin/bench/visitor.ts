import { randomUUID } from 'node:crypto';
import { demoPeople } from '../seed.ts';

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

  async get(path: string): Promise<unknown> {
    const answer = await fetch(`${this.#address}/api/v1${path}`, { headers: this.#headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  /** Does an act, under a key of its own. */
  async post(path: string, input: object): Promise<unknown> {
    const headers = { ...this.#headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const body = JSON.stringify(input);
    const answer = await fetch(`${this.#address}/api/v1${path}`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
