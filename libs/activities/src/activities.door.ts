import type { MemberId } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { type ActivityCard, ActivityCardsRead } from './reads/activity-cards.read';
import { ActivityHistoryRead, type ActivityMoment } from './reads/activity-history.read';

/** What other contexts may ask of activities. */
@Injectable()
export class ActivitiesDoor {
  constructor(
    private readonly cards: ActivityCardsRead,
    private readonly history: ActivityHistoryRead,
  ) {}

  /** What is to come, soonest first, with the member's own state; null for a visitor. */
  upcoming(memberId: MemberId | null, limit: number): Promise<ActivityCard[]> {
    return this.cards.upcoming(memberId, limit);
  }

  /** What a member did in activities before an instant, newest first. */
  moments(memberId: MemberId, before: Date, limit: number): Promise<ActivityMoment[]> {
    return this.history.of(memberId, before, limit);
  }
}
