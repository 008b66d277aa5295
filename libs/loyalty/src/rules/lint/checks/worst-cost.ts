import { formatFen, formatPoints } from '@fanloop/kernel';
import type { WorstCost } from '../cost/worst-cost-per-100';
import type { LintInput } from '../model/lint-input';
import { WORST_COST_FEN } from '../model/thresholds';
import type { Warning } from '../model/warning';

/** All rules together make a purchase dearer than the brand wants: told once, at the rule under edit or at the one that gives most. */
export const worstCost = (worst: WorstCost, { settings, focus }: LintInput): readonly Warning[] => {
  const most = settings.mostCostPer100Fen ?? WORST_COST_FEN;
  const { fen, points, amountFen, tier, shares } = worst;
  if (fen <= most) return [];
  const involved = shares.map(({ ruleId }) => ruleId);
  const ruleId = focus !== undefined && involved.includes(focus) ? focus : involved[0]!;
  const parts = shares.map((share) => `「${share.name}」${formatPoints(share.points)} 分`).join(' + ');
  const who = tier ? `${tier.name}会员` : '会员';
  const per = amountFen === 10_000 ? '' : `，折合每 ¥100 成本 ${formatFen(fen)}`;
  const cost = formatFen(Math.ceil((points * settings.fenPer100Points) / 100));
  return [
    {
      code: 'worst-cost',
      ruleId,
      severity: 'warning',
      path: 'effect',
      involved,
      message: `最坏情况：${who}一笔 ${formatFen(amountFen)} 的消费可得 ${formatPoints(points)} 分，成本 ${cost}${per}，超过每 ¥100 ${formatFen(most)} 的限度：${parts}`,
    },
  ];
};
