import type { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import type { Refusal } from '../../workflows/rules/dispatch/refusal.ts';

/** One fault of what was typed; the field is '' when it is the whole form's. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** A sentence for the top of the next page. */
export interface Flash {
  readonly tone: 'success' | 'warning';
  readonly text: string;
}

/** One step of the way to a page; the last one has no link. */
export interface Crumb {
  readonly label: string;
  readonly href?: string;
}

export interface Page {
  readonly kind: 'page';
  /** File under templates/pages. */
  readonly view: string;
  readonly title: string;
  readonly trail?: readonly Crumb[];
  /** What the template shows, and the answer in JSON where `data` gives no other. */
  readonly model: object;
  readonly data?: object;
}

/** What a handler answers; the same for pages and for JSON. */
export type Result =
  | Page
  /** A piece of a page that htmx puts in its place. */
  | { readonly kind: 'fragment'; readonly view: string; readonly model: object }
  /** The act is done: 303 to a page, or in JSON the flash, the place and `data`. */
  | { readonly kind: 'redirect'; readonly to: string; readonly flash?: Flash; readonly data?: object }
  /** The law refuses the act (U-3): 422, on the form it came from. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** What was typed can't be used: 422, on the form it came from. */
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
  /** Not there, or not for this visitor to know of. */
  | { readonly kind: 'notFound' }
  /** Bytes shown in place, or saved by the browser. */
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly type: string;
      readonly body: Readable;
      readonly download?: boolean;
    }
  /** An answer that stays open. */
  | { readonly kind: 'stream'; readonly open: (request: Request, response: Response) => Promise<void> };
