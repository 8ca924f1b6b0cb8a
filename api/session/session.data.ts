import { z } from 'zod';
import { done } from '../http/answers.ts';

const next = z.string().describe('Where to go afterwards');

/** Asked for the token of a new session; who is signed in already is sent on. */
export const signInData = z.union([z.object({ next }), done]);

/** The posts of the person, to act as one of them (U-1). */
export const postsData = z.object({
  posts: z.array(
    z.object({
      post: z.string().describe('To be chosen by'),
      title: z.string(),
      person: z.string(),
      name: z.string(),
      agency: z.string(),
      agencyName: z.string(),
      unit: z.string(),
      unitName: z.string(),
      roles: z.array(z.string()),
      current: z.boolean(),
    }),
  ),
  next,
});
