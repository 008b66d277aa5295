import { formatFen, formatPoints } from '@fanloop/kernel';
import type { TierMove } from './tier-state';
import { type Tier, type TierBasis, tierByCode } from './tiers';

/** “2,000 成长值”, “净消费 ¥2,000”, “12 次消费” */
export const amountText = (basis: TierBasis, amount: number): string => {
  switch (basis) {
    case 'tier-points':
      return `${formatPoints(amount)} 成长值`;
    case 'net-spend':
      return `净消费 ${formatFen(amount).replace(/\.00$/, '')}`;
    case 'visits':
      return `${formatPoints(amount)} 次消费`;
  }
};

/** What people did that moved a tier: “消费 ¥38.00”, or the reason of a grant. */
export interface CauseWords {
  readonly what?: string | null;
  readonly reason?: string | null;
}

/** Why a tier moved, in one plain line. It is kept in the history as it was said. */
export const causeLine = (move: TierMove, tiers: readonly Tier[], basis: TierBasis, words: CauseWords = {}): string => {
  const has = amountText(basis, move.qualifying);
  const needed = amountText(basis, move.needed);
  const name = (code: string | null): string => tierByCode(tiers, code)?.name ?? '会员';
  switch (move.kind) {
    case 'rise':
      return `${afterText(words.what)}达到 ${needed}，升为${name(move.judged)}${hidden(move, name)}`;
    case 'kept':
      return `保级成功：本期 ${has}，达到 ${needed}，${name(move.judged)}保留至 ${move.until}`;
    case 'grace':
      return `保级期满，本期 ${has}，未达 ${needed}；宽限至 ${move.until}，期间补足即可保级`;
    case 'down':
      return `保级期满，本期 ${has}，未达 ${needed}，${name(move.judged)}降一级${hidden(move, name)}`;
    case 'refund':
      return `退款后为 ${has}，未达 ${needed}，${move.from === move.to ? '重新判定等级' : `回到${name(move.to)}`}`;
    case 'late':
      return `补记消费后本期为 ${has}，达到 ${needed}，恢复${name(move.to)}`;
    case 'grant':
      return words.what
        ? `${words.what}：享${name(move.judged)}`
        : `手动授予${name(move.judged)}至 ${move.until}${words.reason ? `：${words.reason}` : ''}`;
    case 'grant-end':
      if (words.what) return `${words.what}结束`;
      return words.reason ? `提前结束手动授予：${words.reason}` : `获授的${name(move.judged)}到期`;
    case 'redrawn':
      return '等级设置调整，重新判定等级';
  }
};

/** “消费 ¥38.00 后”, “每日签到后” */
const afterText = (what: string | null | undefined): string =>
  what ? `${what}${/[0-9]$/.test(what) ? ' ' : ''}后` : '累计';

/** Under a grant the earned tier moves without being seen. */
const hidden = (move: TierMove, name: (code: string | null) => string): string =>
  move.from === move.to ? `（获授的${name(move.to)}仍有效）` : '';
