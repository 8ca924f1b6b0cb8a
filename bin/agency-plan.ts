import { z } from 'zod';

const officeRole = z.enum([
  ...['clerk', 'chiefOfOffice', 'leader', 'agencyHead', 'assistant', 'headOfUnit', 'officer'],
  ...['monitor', 'agencyAdministrator', 'systemAdministrator'],
] as const);

const post = z.strictObject({
  key: z.string(),
  title: z.string(),
  roles: z.array(officeRole),
  /** This many of them, with keys numbered from 1. */
  count: z.number().int().optional(),
  fields: z.array(z.string()).optional(),
  /** Held by the holder of that post of the same unit. */
  sameAs: z.string().optional(),
});

const room = z.strictObject({
  key: z.string(),
  name: z.string(),
  under: z.string().optional(),
  monitors: z.boolean().optional(),
  posts: z.array(post),
});

const keyAndName = z.tuple([z.string(), z.string()]);

const template = z.strictObject({
  units: z.array(room),
  rooms: z.array(keyAndName).default([]),
  roomsUnder: z.string().optional(),
  roomPosts: z.array(post),
});

const agency = z.strictObject({
  code: z.string(),
  newCode: z.string(),
  publicCode: z.boolean().optional(),
  name: z.string(),
  shortName: z.string(),
  symbol: z.string(),
  tier: z.enum(['central', 'province', 'department', 'district', 'commune']),
  above: z.string().optional(),
  validFrom: z.string().optional(),
  template: z.string(),
  rooms: z.array(keyAndName),
});

const district = z.strictObject({
  number: z.string(),
  name: z.string(),
  validFrom: z.string().optional(),
  communes: z.array(z.string()),
  fixedNumbers: z.record(z.string(), z.number()).optional(),
});

const givenNames = z.strictObject({ middle: z.array(z.string()), given: z.array(z.string()) });

/** A province as its administrator describes it: config/data/agencies. */
export const planSchema = z.strictObject({
  note: z.string(),
  province: z.string(),
  validFrom: z.iso.date(),
  heldFrom: z.iso.date(),
  agencies: z.array(agency),
  districts: z.array(district),
  templates: z.record(z.string(), template),
  named: z.array(z.strictObject({ name: z.string(), posts: z.array(z.string()) })),
  duties: z.array(z.strictObject({ agency: z.string(), date: z.iso.date(), posts: z.array(z.string()) })),
  /** Share of each people among the staff of a tier, in hundredths. */
  peoples: z.record(z.string(), z.record(z.string(), z.number())),
  names: z.record(
    z.string(),
    z.strictObject({ family: z.array(z.string()), male: givenNames, female: givenNames }),
  ),
});

export type Plan = z.output<typeof planSchema>;
export type AgencyPlan = Plan['agencies'][number];
export type Template = Plan['templates'][string];
export type RoomPlan = Template['units'][number];
export type PostPlan = RoomPlan['posts'][number];
