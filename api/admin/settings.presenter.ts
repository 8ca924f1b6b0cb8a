import type { Chain } from '../../workflows/rules/chain/chain.ts';
import type { Page } from '../http/result.ts';
import { adminPath } from './admin.paths.ts';
import { tabsOf } from './calendar.presenter.ts';
import type { Words } from './chain-words.presenter.ts';
import { trailTo } from './step.presenter.ts';

/** The form of a chain's name and of what may be passed straight on (I7b). */
export function settingsPage({ direction, name, passOnTypes }: Chain, edition: number, words: Words): Page {
  const { t } = words;
  const title = t('admin:settings.title');
  return {
    ...{ kind: 'page', view: 'admin/settings', title, trail: trailTo(words, direction, title) },
    model: {
      ...{ tabs: tabsOf('chains', t), edition, name, incoming: direction === 'incoming' },
      ...{ passOnTypes: passOnTypes.join(', ') },
      ...{ save: adminPath('chainSettings', { direction }), back: adminPath('chain', { direction }) },
    },
  };
}
