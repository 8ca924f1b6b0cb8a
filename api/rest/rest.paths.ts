export const restPaths = {
  description: '/openapi.json',
  docs: '/api-docs',
} as const;
