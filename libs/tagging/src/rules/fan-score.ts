import type { RfmScore } from './rfm';

/** What a member did, in the windows that the names tell. */
export interface FanFacts {
  readonly rfm: RfmScore | null;
  readonly likes90Days: number;
  readonly comments90Days: number;
  readonly activitiesJoined365Days: number;
  readonly activitiesAttended365Days: number;
  /** Members this one invited who bought since. */
  readonly invitedBuyers: number;
}

export interface ScorePart {
  readonly name: '购买价值' | '互动' | '带动' | '贡献';
  readonly score: number;
  readonly most: number;
  readonly why: string;
}

const capped = (value: number, most: number): number => Math.min(most, value);

/**
 * The fan score, 0 to 100: value (what was bought, by RFM), activity (how often one takes part), influence (who came
 * along and bought) and contribution (words given to the community). Whole points, every part explained.
 */
export const fanScore = (facts: FanFacts): { total: number; parts: ScorePart[] } => {
  const { rfm } = facts;
  const value = rfm ? 5 + Math.floor(((rfm.r + rfm.f + rfm.m - 3) * 40) / 12) : 0;
  const parts: ScorePart[] = [
    {
      name: '购买价值',
      score: value,
      most: 45,
      why: rfm ? `近一年购买：新近 ${rfm.r}、频次 ${rfm.f}、金额 ${rfm.m}（各 5 分制）` : '近一年没有购买',
    },
    {
      name: '互动',
      score: capped(facts.likes90Days + 5 * facts.activitiesAttended365Days + 2 * facts.activitiesJoined365Days, 25),
      most: 25,
      why: `近 90 天点赞 ${facts.likes90Days} 次，近一年报名活动 ${facts.activitiesJoined365Days} 次、到场 ${facts.activitiesAttended365Days} 次`,
    },
    {
      name: '带动',
      score: capped(5 * facts.invitedBuyers, 15),
      most: 15,
      why: `邀请来并已消费的好友 ${facts.invitedBuyers} 位`,
    },
    {
      name: '贡献',
      score: capped(3 * facts.comments90Days, 15),
      most: 15,
      why: `近 90 天发表评论 ${facts.comments90Days} 条`,
    },
  ];
  return { total: parts.reduce((sum, part) => sum + part.score, 0), parts };
};
