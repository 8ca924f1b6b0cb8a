import { formatInstant } from '../../workflows/rules/working-time/date-text.ts';
import { fixtureCalendar } from './calendar.ts';
import type { Station } from './station.ts';

interface Body {
  readonly status: string;
  readonly completedAt?: number;
  readonly registration?: { readonly number: number };
  readonly limits: Readonly<Record<string, { readonly due: number }>>;
  readonly rows: readonly {
    readonly id: number;
    readonly receiver: { readonly name: string };
    readonly state: string;
    readonly completion?: string;
    readonly deadline?: { readonly due: number };
  }[];
  readonly statuses: readonly { readonly code: string; readonly at: number }[];
  readonly history: readonly { readonly kind: string; readonly at: number; readonly text: string }[];
}

/** How a dispatch stands as the JSON API tells it, with instants as people write them. */
export interface Account {
  readonly status: string;
  readonly number: number | undefined;
  readonly completed: string;
  /** The limits that run (T-10): `{ registering: '17:00 23/02/2026' }`. */
  readonly limits: Readonly<Record<string, string>>;
  /** Rows below the desk by holder: `forwarded`, `completed withLead`. */
  readonly rows: Readonly<Record<string, string>>;
  /** Deadlines by holder; the desk's is the dispatch's. */
  readonly dues: Readonly<Record<string, string>>;
  /** What the sender was told: `01 16:50 13/02/2026`. */
  readonly statuses: readonly string[];
  /** The levels that fired, by what they were about: `{ 'việc của Phòng Văn xã': ['R1 07:30 24/02/2026'] }`. */
  readonly fired: Readonly<Record<string, readonly string[]>>;
}

export async function account({ browser }: Pick<Station, 'browser'>, id: string): Promise<Account> {
  const answer = await browser.get(`/api/v1/dispatches/${id}`);
  if (answer.status !== 200) throw new Error(`${id}: ${answer.status}`);
  const { status, registration, completedAt, limits, rows, statuses, history } = answer.body as Body;
  const below = rows.slice(1).map(({ receiver, state, completion = 'own' }) => {
    return [receiver.name, completion === 'own' ? state : `${state} ${completion}`] as const;
  });
  const dues = rows.map(({ id: row, receiver, deadline }) => {
    return [row === 0 ? 'desk' : receiver.name, clockText(deadline?.due)] as const;
  });
  return {
    ...{ status, number: registration?.number, completed: clockText(completedAt) },
    limits: Object.fromEntries(Object.entries(limits).map(([kind, { due }]) => [kind, clockText(due)])),
    rows: Object.fromEntries(below),
    dues: Object.fromEntries(dues),
    statuses: statuses.map(({ code, at }) => `${code} ${clockText(at)}`),
    fired: firedIn(history),
  };
}

/** The levels that fired, to be waited for. */
export async function levels(station: Pick<Station, 'browser'>, id: string): Promise<Account['fired']> {
  return (await account(station, id)).fired;
}

function firedIn(history: Body['history']): Account['fired'] {
  const fired: Record<string, string[]> = {};
  for (const { kind, at, text } of history) {
    const [, level = '', about = ''] = /\((\w+)\) về (.+), báo /.exec(text) ?? [];
    if (kind === 'levelFired') (fired[about] ??= []).push(`${level} ${clockText(at)}`);
  }
  return fired;
}

interface Message {
  readonly sentence: string;
  readonly sentAt: number;
  readonly items: readonly { readonly code: string; readonly due: string; readonly overdue: string }[];
}

/** What somebody was told, in order: `08:20 11/02/2026 Lê Thị Hoa giao việc cho bạn: 07/VPCP-KTTH hạn 17:00 25/02/2026`. */
export async function bell({ browser }: Pick<Station, 'browser'>): Promise<readonly string[]> {
  const { messages } = (await browser.get('/api/v1/messages')).body as { messages: readonly Message[] };
  return messages.toReversed().map(({ sentence, sentAt, items }) => {
    const about = items.map((item) => [item.code, item.due, item.overdue].filter(Boolean).join(' '));
    return `${clockText(sentAt)} ${sentence}: ${about.join('; ')}`;
  });
}

function clockText(instant: number | undefined): string {
  return instant === undefined ? 'none' : formatInstant(fixtureCalendar, instant);
}
