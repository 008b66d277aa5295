import { Injectable } from '@nestjs/common';
import { MatchingMembersRead, type MemberFilter } from './reads/matching-members.read';
import { MemberStandingRead } from './reads/member-standing.read';
import { PopulationRead } from './reads/population.read';

/** What other contexts may ask about tags, tastes and fan tiers. */
@Injectable()
export class TaggingDoor {
  constructor(
    private readonly standing: MemberStandingRead,
    private readonly population: PopulationRead,
    private readonly matching: MatchingMembersRead,
  ) {}

  /** Who of these meets every part of the filter: for walks over many members, a page at a time. */
  matchingAmong(memberIds: readonly string[], filter: MemberFilter): Promise<Set<string>> {
    return this.matching.among(memberIds, filter);
  }

  fanTiersOf(memberIds: readonly string[]) {
    return this.standing.fanTiers(memberIds);
  }

  tagsOf(memberId: string) {
    return this.standing.tags(memberId);
  }

  /** Favourite categories, at most three. */
  tastesOf(memberId: string) {
    return this.standing.tastes(memberId);
  }

  rfmOf(memberId: string) {
    return this.standing.rfm(memberId);
  }

  changesOf(memberId: string, before: Date, limit: number) {
    return this.standing.changes(memberId, before, limit);
  }

  fanTierCounts() {
    return this.population.fanTiers();
  }

  secondPurchaseSharePercent() {
    return this.population.secondPurchaseSharePercent();
  }
}

export type { MemberFilter };
