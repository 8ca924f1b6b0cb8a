import { holdersOf } from '../../store/organisation/people.view.ts';
import type { PostId } from '../../workflows/rules/ids.ts';
import type { Product } from '../support/product.ts';
import type { Browser } from './browser.ts';

const province = '000.00.00.H35';

/** The named people of the fixture, each with how forms name them. */
export const people = {
  mai: person('mai.lt', 'vp/vt1'),
  sinh: person('sinh.va', 'vp/vt2'),
  toan: person('toan.nd', 'vp/chanh'),
  hai: person('hai.tv', 'ld/ct'),
  hoa: person('hoa.lt', 'ld/pct1'),
  minh: person('minh.dq', 'vx/truong'),
  trang: person('trang.pt', 'vx/cv1'),
  pao: person('pao.ga', 'vx/cv2'),
  lan: person('lan.ht', 'th/truong'),
  u: person('u.tl', 'th/cv1'),
  do: person('do.mt', ''),
  vx: { key: `unit:${province}/vx` },
  th: { key: `unit:${province}/th` },
} as const;
export type Person = Exclude<keyof typeof people, 'vx' | 'th'>;
/** Whoever holds it. */
export type Post = `${string}/${string}/${string}`;

function person(login: string, place: string) {
  const post = `${province}/${place}`;
  return { login, post, key: `post:${post}` };
}

/** Somebody at their desk. */
export interface Station {
  readonly browser: Browser;
  /** The page of a dispatch as text. */
  sees(id: string): Promise<string>;
  /** A page below /dispatches as text, whatever its status. */
  page(path: string): Promise<string>;
  /** Sends a form that must be accepted, and follows to the page after it. */
  does(id: string, act: string, fields?: Record<string, string>): Promise<string>;
  /** What the clerk would send for 11503/VPCP-TTĐT, changed. */
  registration(but?: Record<string, string>): Record<string, string>;
}

/** Signs each person in once, by name or by their post. */
export function stationOf(product: Product): (who: Person | Post) => Promise<Station> {
  const stations = new Map<string, Promise<Station>>();
  return (who) => {
    const known = stations.get(who) ?? start(product, who);
    stations.set(who, known);
    return known;
  };
}

async function start(product: Product, who: Person | Post): Promise<Station> {
  const browser = await product.signedIn(await loginOf(product, who));
  const page = async (path: string) => textOf((await browser.get(`/dispatches/${path}`)).text);
  return {
    browser,
    page,
    sees: page,
    async does(id, act, fields = {}) {
      const answer = await browser.post(`/dispatches/${id}/${act}`, fields);
      if (answer.status !== 303) throw new Error(`${act}: ${answer.status} ${textOf(answer.text)}`);
      return textOf((await browser.get(answer.location ?? '')).text);
    },
    registration: (but = {}) => ({
      ...{
        codeNumber: '11503',
        codeNotation: 'VPCP-TTĐT',
        issuedOn: '30/10/2017',
        author: 'Văn phòng Chính phủ',
      },
      ...{
        type: 'Công văn',
        subject: 'V/v hoàn thành kết nối, liên thông',
        priority: '0',
        field: 'VX',
        note: '',
      },
      ...but,
    }),
  };
}

async function loginOf(product: Product, who: Person | Post): Promise<string> {
  if (isPerson(who)) return people[who].login;
  const [holder] = await holdersOf({ kind: 'post', post: who as PostId }, product.now());
  if (!holder) throw new Error(`Nobody holds ${who}`);
  return holder.person;
}

function isPerson(who: Person | Post): who is Person {
  return who in people;
}

/** What a page says, without its markup. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ')
    .replaceAll(' ,', ',');
}
