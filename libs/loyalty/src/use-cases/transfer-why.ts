import { formatPoints, type Points } from '@fanloop/kernel';
import type { Posting } from '../rules/ledger/account';

/** Names of people stay out of the journal: an erasure could not take them back. */
export const sentWhy = (points: Points): string[] => [`转赠 ${formatPoints(points)} 分给好友，到期日随积分一起转出`];

export const receivedWhy = ({ points, debt }: Posting): string[] => [
  `好友转赠 ${formatPoints(points)} 分，到期日与原来相同`,
  ...(debt < 0 ? [`其中 ${formatPoints(-debt)} 分先抵扣欠分`] : []),
];
