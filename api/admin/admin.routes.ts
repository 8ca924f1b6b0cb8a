import { z } from 'zod';
import { done } from '../http/answers.ts';
import { type Route, route } from '../http/define-route.ts';
import * as data from './admin.data.ts';
import { adminPaths as paths } from './admin.paths.ts';
import { previewChange, publishChange, showCalendar, showChange } from './calendar.handlers.ts';
import { changeAgain, changeInput, publishInput, yearInput } from './calendar.schema.ts';
import { showChain, showChains, showRule, showSettings, showStep, showVersion } from './chains.handlers.ts';
import * as schema from './chains.schema.ts';
import { arrange, saveRule, saveSettings, saveStep } from './draft.handlers.ts';
import { discardDraft, publishDraft } from './publish.handlers.ts';

const ofCalendar = { permission: 'admin.calendar', audit: 'none' } as const;

const change = route('get', paths.calendarChange, { schema: changeAgain, ...ofCalendar }, showChange);
const preview = route(
  'get',
  paths.calendarPreview,
  { schema: changeInput, ...ofCalendar, answer: data.previewData, form: change },
  previewChange,
);

const calendarRoutes: readonly Route[] = [
  route('get', paths.calendar, { schema: yearInput, ...ofCalendar, answer: data.calendarData }, showCalendar),
  change,
  preview,
  route(
    'post',
    paths.calendar,
    {
      ...{ schema: publishInput, permission: 'admin.calendar', audit: 'CALENDAR_CHANGED' },
      ...{ answer: done, form: preview },
    },
    publishChange,
  ),
];

const reading = { permission: 'admin.chains', audit: 'none' } as const;
const editing = { permission: 'admin.chains', audit: 'CHAIN_DRAFT_CHANGED', answer: done } as const;

const chain = route(
  'get',
  paths.chain,
  { schema: schema.chainPage, ...reading, answer: data.chainData },
  showChain,
);
const step = route('get', paths.chainStep, { schema: schema.stepPage, ...reading }, showStep);
const rule = route('get', paths.chainRule, { schema: schema.rulePage, ...reading }, showRule);
const settings = route('get', paths.chainSettings, { schema: schema.chainPage, ...reading }, showSettings);

const chainRoutes: readonly Route[] = [
  route('get', paths.chains, { schema: z.object({}), ...reading, answer: data.chainsData }, showChains),
  chain,
  route(
    'get',
    paths.chainVersion,
    { schema: schema.versionPage, ...reading, answer: data.versionData },
    showVersion,
  ),
  step,
  route('post', paths.chainStep, { schema: schema.stepInput, ...editing, form: step }, saveStep),
  rule,
  route('post', paths.chainRule, { schema: schema.ruleInput, ...editing, form: rule }, saveRule),
  settings,
  route(
    'post',
    paths.chainSettings,
    { schema: schema.settingsInput, ...editing, form: settings },
    saveSettings,
  ),
  route('post', paths.chainArrange, { schema: schema.arrangeInput, ...editing, form: chain }, arrange),
  route('post', paths.chainDiscard, { schema: schema.draftInput, ...editing, form: chain }, discardDraft),
  route(
    'post',
    paths.chainPublish,
    {
      ...{ schema: schema.publishChainInput, permission: 'admin.chains', audit: 'CHAIN_PUBLISHED' },
      ...{ answer: done, form: chain },
    },
    publishDraft,
  ),
];

export const adminRoutes: readonly Route[] = [
  route('get', paths.home, { schema: z.object({}), ...reading }, () => ({
    kind: 'redirect',
    to: paths.chains,
  })),
  ...calendarRoutes,
  ...chainRoutes,
];
