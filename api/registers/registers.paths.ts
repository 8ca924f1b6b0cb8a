export const registersPaths = {
  incoming: '/incoming',
  /** A paper document is typed in and registered in one act (I2). */
  paper: '/incoming/new',
  print: '/incoming/register/print',
  /** What arrives through the exchange is delivered here while there is no axis. */
  arrivals: '/arrivals',
} as const;
