import { fanScore, type ScorePart } from './fan-score';
import { decideFanTier, type FanTierDecision, type FanTierStanding } from './fan-tiers';
import { daysBetween, type PurchaseSummary, type RfmBoundaries, type RfmScore, rfmScore } from './rfm';
import type { TagFacts } from './standard-tags';

export interface MemberFacts {
  readonly memberId: string;
  readonly joinedOn: string | null;
  readonly likes: number;
  readonly comments: number;
  readonly joined: number;
  readonly attended: number;
  readonly invitedBuyers: number;
  readonly topCategory: string | null;
}

export interface Assessment {
  readonly memberId: string;
  readonly rfm: RfmScore | null;
  readonly summary: PurchaseSummary | null;
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly tier: FanTierDecision;
  readonly tagFacts: TagFacts;
}

/** Everything that a run says of one member: pure, so the same facts always give the same answer. */
export const assessMember = (
  member: MemberFacts,
  summary: PurchaseSummary | null,
  boundaries: RfmBoundaries,
  current: FanTierStanding | null,
  asOf: string,
): Assessment => {
  const rfm = summary ? rfmScore(summary, boundaries) : null;
  const { total, parts } = fanScore({
    rfm,
    likes90Days: member.likes,
    comments90Days: member.comments,
    activitiesJoined365Days: member.joined,
    activitiesAttended365Days: member.attended,
    invitedBuyers: member.invitedBuyers,
  });
  return {
    memberId: member.memberId,
    rfm,
    summary,
    score: total,
    parts,
    tier: decideFanTier(total, asOf, current, current ? daysBetween(current.since, asOf) : 0),
    tagFacts: {
      purchases: summary?.frequency ?? 0,
      netFen: summary?.netFen ?? 0,
      recencyDays: summary?.recencyDays ?? null,
      memberDays: member.joinedOn ? daysBetween(member.joinedOn, asOf) : 0,
      r: rfm?.r ?? null,
      f: rfm?.f ?? null,
      m: rfm?.m ?? null,
      topCategory: member.topCategory,
      activitiesAttended: member.attended,
    },
  };
};
