import { z } from 'zod';
import { instant } from '../http/answers.ts';

/** A year of the calendar: its hours, its named days and how it came to be (T-2, T-3). */
export const calendarData = z.object({
  year: z.number().int(),
  version: z.string(),
  hours: z.array(z.string()),
  days: z.array(
    z.object({
      date: z.string(),
      weekday: z.string(),
      kind: z.string(),
      name: z.string(),
      source: z.string(),
      version: z.number().int(),
    }),
  ),
  versions: z.array(
    z.object({
      version: z.number().int(),
      enteredAt: instant,
      by: z.string().optional(),
      note: z.string(),
      source: z.string(),
      changes: z.array(z.string()),
    }),
  ),
});

/** The deadlines that a change would move (T-12). */
export const previewData = z.object({
  note: z.string(),
  changes: z.array(z.string()),
  version: z.number().int().describe('To be sent when it is published'),
  moves: z.array(
    z.object({
      agency: z.string(),
      code: z.string(),
      holder: z.string(),
      before: instant,
      after: instant,
    }),
  ),
  summary: z.string(),
  partly: z.string().optional(),
});

/** The two chains of the agency. */
export const chainsData = z.object({
  chains: z.array(
    z.object({
      direction: z.string(),
      href: z.string(),
      name: z.string(),
      inForce: z.string(),
      coming: z.string().optional(),
      draft: z.object({ text: z.string(), at: instant }).optional(),
    }),
  ),
});

const chain = z
  .looseObject({
    name: z.string(),
    direction: z.enum(['incoming', 'outgoing']),
    version: z.number().int(),
    steps: z.array(z.looseObject({ key: z.string(), title: z.string(), act: z.string() })),
  })
  .describe('As it is stored: steps with who, deadline, levels and conditions');

/** The chain that is edited, checked and with its versions. */
export const chainData = z.object({
  edition: z.number().int().describe('To be sent with a change, so that nobody else’s is lost (U-5)'),
  inForce: z.string(),
  coming: z.string().optional(),
  chain,
  errors: z.array(z.object({ text: z.string() })),
  warnings: z.array(z.object({ text: z.string() })),
  versions: z.array(
    z.object({ version: z.number().int(), current: z.boolean(), text: z.string(), href: z.string() }),
  ),
});

/** One published version. */
export const versionData = z.object({ published: z.string(), chain });
