/** Of all people in the trial data. */
export const PASSWORD = 'lienthong-2235';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly location: string | null;
  readonly text: string;
  /** What JSON it is; undefined for a page. */
  readonly body: unknown;
}

/** A visitor with cookies of their own, who follows no redirect and sends with a form what a page gives it. */
export class Browser {
  readonly #address: string;
  readonly #cookies = new Map<string, string>();

  constructor(address: string) {
    this.#address = address;
  }

  get(path: string): Promise<Answer> {
    return this.#send(path, {});
  }

  /** Sends a form, with files as multipart, under the token of the session. */
  async post(path: string, fields: Record<string, string | File> = {}): Promise<Answer> {
    const { headers } = await this.get('/api/v1/sign-in');
    const all = { _csrf: headers.get('x-csrf-token') ?? '', ...fields };
    const multipart = Object.values(fields).some((value) => value instanceof File);
    const body = multipart ? new FormData() : new URLSearchParams();
    for (const [name, value] of Object.entries(all)) (body as FormData).append(name, value);
    return this.#send(path, { method: 'POST', body });
  }

  signIn(login: string, password = PASSWORD): Promise<Answer> {
    return this.post('/sign-in', { login, password });
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async #send(path: string, init: RequestInit): Promise<Answer> {
    const { cookie } = this;
    const response = await fetch(this.#address + path, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const { status, headers } = response;
    const text = await response.text();
    const isJson = headers.get('content-type')?.includes('json') === true;
    const body: unknown = isJson ? JSON.parse(text) : undefined;
    return { status, headers, location: headers.get('location'), text, body };
  }

  #keep(line: string): void {
    const [, name = '', value = '', expires] = /^([^=]+)=([^;]*)(?:.*Expires=([^;]+))?/i.exec(line) ?? [];
    if (expires !== undefined && Date.parse(expires) < Date.now()) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
