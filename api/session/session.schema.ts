import { z } from 'zod';

/** A place inside the product to go to next: nobody is sent elsewhere by a crafted link. */
const next = z
  .string()
  .regex(/^\/(?![/\\])/)
  .catch('/');

export const signInPage = z.object({ next });

export const signInForm = z.object({
  login: z.string({ error: 'session:loginMissing' }).trim().max(100, { error: 'session:loginTooLong' }),
  password: z.string({ error: 'session:passwordMissing' }).max(200, { error: 'session:passwordTooLong' }),
  next,
});

export const choosePostPage = z.object({ next });

export const choosePostForm = z.object({ post: z.string({ error: 'session:postMissing' }), next });

export const themeForm = z.object({ theme: z.enum(['light', 'dark', 'system']), next });
