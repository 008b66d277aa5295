import type { Fen, MemberId, Points } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { type MemberListItem, MemberSearchRead } from '@fanloop/members';
import { MemberStandingRead, TaggingDoor } from '@fanloop/tagging';
import { Injectable } from '@nestjs/common';

import { SpendingRead } from './spending.read';

export interface DirectoryQuery {
  readonly q: string | null;
  readonly tier?: string;
  readonly fanTier?: string;
  readonly tag?: string;
  readonly page: number;
  readonly pageSize: number;
}

export interface DirectoryItem extends MemberListItem {
  readonly tier: { readonly code: string; readonly name: string } | null;
  readonly points: Points;
  readonly fanTier: { readonly code: string; readonly name: string } | null;
  readonly lastPurchaseAt: Date | null;
  readonly spent12mFen: Fen;
}

/** Members of one tier may be many: more than this are not listed by tier. */
const MOST = 50_000;

/** The console's list of members: who they are, with their points, tiers and purchases beside. */
@Injectable()
export class MemberDirectoryRead {
  constructor(
    private readonly search: MemberSearchRead,
    private readonly loyalty: LoyaltyDoor,
    private readonly standing: MemberStandingRead,
    private readonly tagging: TaggingDoor,
    private readonly spending: SpendingRead,
  ) {}

  async page(query: DirectoryQuery): Promise<{ items: DirectoryItem[]; total: number }> {
    const within = await this.within(query);
    const { items, total } = await this.search.page({ q: query.q, within, page: query.page, pageSize: query.pageSize });
    return { items: await this.complete(items), total };
  }

  /** The same view of members that another list names, in its order; unknown ones are left out. */
  async of(memberIds: readonly MemberId[]): Promise<DirectoryItem[]> {
    if (memberIds.length === 0) return [];
    const { items } = await this.search.page({ q: null, within: memberIds, page: 1, pageSize: memberIds.length });
    const byId = new Map((await this.complete(items)).map((item) => [item.memberId, item]));
    return memberIds.flatMap((id) => byId.get(id) ?? []);
  }

  private async within(query: DirectoryQuery): Promise<readonly MemberId[] | null> {
    const lists: (readonly MemberId[])[] = [];
    if (query.tier) lists.push((await this.loyalty.membersOfTier(query.tier, 1, MOST)).ids);
    if (query.tag) lists.push((await this.standing.membersWith({ tag: query.tag })) ?? []);
    if (query.fanTier) lists.push((await this.standing.membersWith({ fanTier: query.fanTier })) ?? []);
    if (lists.length === 0) return null;
    return lists.reduce((left, right) => {
      const known = new Set(right);
      return left.filter((id) => known.has(id));
    });
  }

  private async complete(items: readonly MemberListItem[]): Promise<DirectoryItem[]> {
    const ids = items.map((item) => item.memberId);
    const [accounts, fanTiers, spending] = await Promise.all([
      this.loyalty.accounts(ids),
      this.tagging.fanTiersOf(ids),
      this.spending.of(ids),
    ]);
    return items.map((item) => {
      const account = accounts.get(item.memberId);
      return {
        ...item,
        tier: account?.tier ? { code: account.tier.code, name: account.tier.name } : null,
        points: account?.available ?? 0,
        fanTier: fanTiers.get(item.memberId) ?? null,
        lastPurchaseAt: spending.get(item.memberId)?.lastPurchaseAt ?? null,
        spent12mFen: spending.get(item.memberId)?.netFen ?? 0,
      };
    });
  }
}
