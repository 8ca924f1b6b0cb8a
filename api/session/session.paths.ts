export const sessionPaths = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  post: '/session/post',
  theme: '/session/theme',
} as const;
