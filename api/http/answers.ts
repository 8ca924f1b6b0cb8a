import { z } from 'zod';

/** What a route answers in JSON: so much of what its page shows, or the bytes of a file. */
export type Answer = z.ZodType | 'file';

export const instant = z.number().int().describe('Milliseconds since 1970-01-01T00:00Z');

/** The way to the other pages of a list. */
export const pages = z.object({
  previous: z.string().optional().describe('Address of the page before'),
  next: z.string().optional().describe('Address of the page after'),
  position: z.string(),
});

/** A deadline and how long it is until then, in working time and words. */
export const remaining = z.object({
  at: instant,
  words: z.string(),
  tone: z.enum(['late', 'near', 'calm']),
});

/** An act that is done. */
export const done = z.object({
  message: z.string().optional(),
  location: z.string().describe('Where it can be seen'),
});

/** An act on a dispatch that is done. */
export const acted = done.extend({
  revision: z.number().int().describe('Number of events after it'),
  projected: z.boolean().describe('False while the record is still to be written: the act counts'),
  status: z.string(),
  number: z.number().int().optional().describe('Số đến'),
});

/** Nothing is done and nothing changed (U-3): what was sent can’t be used, or a rule refuses the act. */
export const notDone = z.union([
  z.object({ errors: z.array(z.object({ field: z.string(), message: z.string() })) }),
  z.object({
    refused: z.object({
      sentence: z.string(),
      rule: z.string().describe('Id in flows.md'),
      confirm: z.string().optional().describe('Field to send as true to overrule the refusal'),
    }),
  }),
]);

/** Why there is no answer. */
export const fault = z.object({
  error: z.string(),
  requestId: z.string().describe('By which the log knows the request'),
});
