export const framePaths = {
  /** The places at the left, to be fetched again when their counts change. */
  navigation: '/navigation',
  live: '/live',
  health: '/healthz',
} as const;
