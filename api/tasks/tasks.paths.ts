export const tasksPaths = {
  inbox: '/tasks',
  /** The tabs with their counts, to be fetched again when something comes. */
  tabs: '/tasks/tabs',
  /** The usual act on one row, without leaving the list. */
  act: '/tasks/:dispatch/:row/acts',
  /** The same act on each selected row (U-4). */
  bulk: '/tasks/acts',
} as const;
