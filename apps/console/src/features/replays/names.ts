import type { ReplayRow } from '../../shared/api/types';
import { t } from './strings';

type Named = Pick<ReplayRow, 'changes'>;

/** What a replay was asked about: 茶饮双倍、去掉「首次消费奖励」, or the active rules alone. */
export const nameOf = ({ changes }: Named): string =>
  changes.length === 0 ? t.active : changes.map(({ name, removed }) => (removed ? t.without(name) : name)).join('、');
