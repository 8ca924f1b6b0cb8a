import { z } from 'zod';
import { done } from '../http/answers.ts';
import { type Route, route } from '../http/define-route.ts';
import { postsData, signInData } from './session.data.ts';
import { chooseTheme, choosePost, home, showPosts } from './session.handlers.ts';
import { sessionPaths as paths } from './session.paths.ts';
import { choosePostForm, choosePostPage, signInForm, signInPage, themeForm } from './session.schema.ts';
import { showSignIn, signIn, signOut } from './sign-in.handlers.ts';

const nothing = z.object({});
const signInAgain = route(
  'get',
  paths.signIn,
  { schema: signInPage, permission: 'anyone', audit: 'none', answer: signInData },
  showSignIn,
);
const postsAgain = route(
  'get',
  paths.post,
  { schema: choosePostPage, permission: 'signedIn', audit: 'none', answer: postsData },
  showPosts,
);

export const sessionRoutes: readonly Route[] = [
  signInAgain,
  route(
    'post',
    paths.signIn,
    { schema: signInForm, permission: 'anyone', audit: 'SIGNED_IN', answer: done, form: signInAgain },
    signIn,
  ),
  route(
    'post',
    paths.signOut,
    { schema: nothing, permission: 'signedIn', audit: 'SIGNED_OUT', answer: done },
    signOut,
  ),
  route('get', paths.home, { schema: nothing, permission: 'acting', audit: 'none' }, home),
  postsAgain,
  route(
    'post',
    paths.post,
    { schema: choosePostForm, permission: 'signedIn', audit: 'POST_CHOSEN', answer: done, form: postsAgain },
    choosePost,
  ),
  route('post', paths.theme, { schema: themeForm, permission: 'anyone', audit: 'none' }, chooseTheme),
];
