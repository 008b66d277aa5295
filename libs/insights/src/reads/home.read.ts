import type { ActivityCard } from '@fanloop/activities';
import type { Post } from '@fanloop/community';
import type { Clock, MemberId } from '@fanloop/kernel';
import { DAY_MS } from '@fanloop/kernel';
import { type ExpiringPoints, LoyaltyDoor, type TierStanding } from '@fanloop/loyalty';
import { MembersDoor } from '@fanloop/members';
import type { StoreNearby } from '@fanloop/organization';
import { BusinessCalendar, CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type HomeTodo, homeTodos } from '../rules/home-todos';
import { HomeOffers } from './home-offers';

export interface HomeView {
  readonly greetingName: string;
  readonly tier: TierStanding;
  readonly points: {
    available: number;
    pending: number;
    debt: number;
    expiringSoon: { points: number; at: Date } | null;
  };
  readonly usableCoupons: number;
  readonly todos: readonly HomeTodo[];
  readonly activities: readonly ActivityCard[];
  readonly posts: readonly Post[];
  readonly nearestStore: StoreNearby | null;
}

const EXPIRING_WITHIN_DAYS = 30;

/** The shopper's first page, from all contexts in one answer. */
@Injectable()
export class HomeRead {
  constructor(
    private readonly members: MembersDoor,
    private readonly loyalty: LoyaltyDoor,
    private readonly offers: HomeOffers,
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(memberId: MemberId, point: { lat: number; lng: number } | null): Promise<HomeView> {
    const now = this.clock.now();
    const { coupons, activities, community, stores } = this.offers;
    const [members, tier, accounts, expiring, wallet, upcoming, posts, nearest] = await Promise.all([
      this.members.summaries([memberId]),
      this.loyalty.standing(memberId),
      this.loyalty.accounts([memberId]),
      this.loyalty.expiring(memberId, EXPIRING_WITHIN_DAYS),
      coupons.glance(memberId, now),
      activities.upcoming(memberId, 5),
      community.latestPosts(memberId, 3),
      stores.nearest(point),
    ]);
    const member = members.get(memberId);
    const account = accounts.get(memberId);
    const first: ExpiringPoints | null = expiring[0] ?? null;
    return {
      greetingName: member?.nickname ?? '',
      tier,
      points: {
        available: account?.available ?? 0,
        pending: account?.pending ?? 0,
        debt: account?.debt ?? 0,
        expiringSoon: first && { points: first.points, at: first.expiresAt },
      },
      usableCoupons: wallet.usable,
      todos: homeTodos({
        birthdayKnown: Boolean(member?.birthday),
        coupon: wallet.nextExpiring && {
          name: wallet.nextExpiring.name,
          daysLeft: this.daysLeft(wallet.nextExpiring.validUntil, now),
        },
        points: first && { points: first.points, daysLeft: this.daysLeft(first.expiresAt, now) },
        activityToday: this.joinedToday(upcoming, now),
      }),
      activities: upcoming,
      posts,
      nearestStore: nearest[0] ?? null,
    };
  }

  /** Business days until the last day on which it still counts (the end is half-open). */
  private daysLeft(until: Date, now: Date): number {
    const lastDay = this.calendar.startOf(this.calendar.date(new Date(until.getTime() - 1)));
    return Math.round((lastDay.getTime() - this.calendar.startOf(this.calendar.date(now)).getTime()) / DAY_MS);
  }

  private joinedToday(upcoming: readonly ActivityCard[], now: Date) {
    const today = this.calendar.date(now);
    const card = upcoming.find(
      (each) => each.myState === 'joined' && this.calendar.date(new Date(each.startsAt)) === today,
    );
    return card ? { id: card.id, title: card.title, place: card.place } : null;
  }
}
