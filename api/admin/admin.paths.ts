export const adminPaths = {
  home: '/admin',
  calendar: '/admin/calendar',
  calendarChange: '/admin/calendar/change',
  calendarPreview: '/admin/calendar/preview',
  chains: '/admin/chains',
  chain: '/admin/chains/:direction',
  chainVersion: '/admin/chains/:direction/versions/:version',
  chainStep: '/admin/chains/:direction/steps/:key',
  chainRule: '/admin/chains/:direction/rules/:place',
  chainSettings: '/admin/chains/:direction/settings',
  chainArrange: '/admin/chains/:direction/arrange',
  chainPublish: '/admin/chains/:direction/publish',
  chainDiscard: '/admin/chains/:direction/discard',
} as const;

/** An address with its parts filled in. */
export function adminPath(
  path: keyof typeof adminPaths,
  parts: Readonly<Record<string, string | number>>,
): string {
  return Object.entries(parts).reduce<string>(
    (address, [name, part]) => address.replace(`:${name}`, encodeURIComponent(part)),
    adminPaths[path],
  );
}
