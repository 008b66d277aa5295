import { RefusedCouponsRead } from '@fanloop/coupons';
import type { MemberId } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { RefusedTagsRead } from '@fanloop/tagging';
import { Injectable } from '@nestjs/common';

/** Something that a rule promised a member and that could not be handed out. */
export interface UnissuedReward {
  readonly kind: 'coupon' | 'tag';
  readonly id: string;
  readonly memberId: MemberId;
  readonly memberNo: string | null;
  readonly nickname: string | null;
  /** The coupon's or the tag's name. */
  readonly what: string;
  readonly ruleName: string;
  readonly reason: string;
  readonly at: Date;
}

/** What rules promised and no context could hand out, of all contexts: it waits for a person, and is not lost. */
@Injectable()
export class UnissuedRewardsRead {
  constructor(
    private readonly coupons: RefusedCouponsRead,
    private readonly tags: RefusedTagsRead,
    private readonly members: MembersDoor,
  ) {}

  async count(): Promise<number> {
    const [coupons, tags] = await Promise.all([this.coupons.count(), this.tags.count()]);
    return coupons + tags;
  }

  /** The newest first. */
  async list(): Promise<UnissuedReward[]> {
    const [coupons, tags] = await Promise.all([this.coupons.list(), this.tags.list()]);
    const all = [
      ...coupons.map(({ templateId, templateName, ...reward }) => ({
        ...reward,
        kind: 'coupon' as const,
        what: templateName ?? `券 ${templateId}`,
      })),
      ...tags.map(({ tagCode, tagName, ...reward }) => ({ ...reward, kind: 'tag' as const, what: tagName ?? tagCode })),
    ].sort((a, b) => b.at.getTime() - a.at.getTime());
    const members = await this.members.summaries([...new Set(all.map(({ memberId }) => memberId))]);
    return all.map((reward) => {
      const member = members.get(reward.memberId);
      return { ...reward, memberNo: member?.memberNo ?? null, nickname: member?.nickname ?? null };
    });
  }
}
