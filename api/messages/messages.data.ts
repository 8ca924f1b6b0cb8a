import { z } from 'zod';
import { instant, pages } from '../http/answers.ts';

/** One page of what the acting post was told, newest first. */
export const messagesData = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      unread: z.boolean(),
      sentence: z.string(),
      sentAt: instant,
      scheduled: z.string().optional().describe('When a level was due to fire'),
      delayed: z.string().optional().describe('The product had stood still (T-14)'),
      items: z.array(
        z.object({
          place: z.number().int(),
          code: z.string(),
          subject: z.string(),
          due: z.string(),
          overdue: z.string(),
        }),
      ),
    }),
  ),
  unread: z.number().int(),
  pages,
});
