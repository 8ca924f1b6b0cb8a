export const messagesPaths = {
  list: '/messages',
  /** Opens one matter of a message, which is read by that. */
  open: '/messages/open',
  readAll: '/messages/read-all',
} as const;
