import type { Day, MemberId, Period } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { MembersDoor } from '@fanloop/members';
import { BusinessCalendar } from '@fanloop/platform';
import { TaggingDoor } from '@fanloop/tagging';
import { Injectable } from '@nestjs/common';
import type { AudienceConditions, Named } from '../rules/audience';
import { ListReader } from './list-reader';

/** Who of one page of members belongs to the audience, and where the next page begins. */
export interface AudiencePage {
  readonly members: readonly MemberId[];
  readonly last: MemberId;
}

const PAGE = 5000;
const BEGINNING = '0';

/**
 * Who meets the conditions now. Everybody is walked in the order of ids, a page at a time, and each context is asked about the
 * ids of the page alone: nothing grows with the number of members but the time.
 */
@Injectable()
export class AudienceMembers {
  constructor(
    private readonly members: MembersDoor,
    private readonly loyalty: LoyaltyDoor,
    private readonly tagging: TaggingDoor,
    private readonly lists: ListReader,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** The page behind `after`; null: there is none. A page may be without members although more follow. */
  async page(conditions: AudienceConditions, after: MemberId = BEGINNING): Promise<AudiencePage | null> {
    const listed = conditions.list ? await this.lists.page(conditions.list.code, after, PAGE) : undefined;
    if (listed?.length === 0) return null;
    const joined = this.period(conditions.joinedFrom, conditions.joinedTo);
    const active = await this.members.activePage({ after, limit: PAGE, joined, among: listed });
    const last = listed?.at(-1) ?? active.at(-1);
    return last === undefined ? null : { members: await this.meeting(conditions, active), last };
  }

  /** How many meet them now. Writes nothing. */
  async count(conditions: AudienceConditions): Promise<number> {
    let count = 0;
    for (let page = await this.page(conditions); page; page = await this.page(conditions, page.last))
      count += page.members.length;
    return count;
  }

  private async meeting(conditions: AudienceConditions, members: readonly MemberId[]): Promise<MemberId[]> {
    let left = [...members];
    const keep = (found: ReadonlySet<MemberId>): void => {
      left = left.filter((id) => found.has(id));
    };
    if (conditions.tiers) keep(await this.loyalty.tierHoldersAmong(left, codes(conditions.tiers)!));
    const { boughtSince, notBoughtSince } = conditions;
    const filter = {
      tags: codes(conditions.tags),
      fanTiers: codes(conditions.fanTiers),
      lastStoreIds: codes(conditions.lastStores),
      boughtSince: boughtSince === null ? null : this.calendar.startOf(boughtSince),
      notBoughtSince: notBoughtSince === null ? null : this.calendar.startOf(notBoughtSince),
    };
    if (Object.values(filter).some((part) => part !== null)) keep(await this.tagging.matchingAmong(left, filter));
    return left;
  }

  /** From the first instant of a day to the last one of another. */
  private period(from: Day | null, to: Day | null): Period {
    return {
      from: from === null ? null : this.calendar.startOf(from),
      until: to === null ? null : this.calendar.startOfDayAfter(this.calendar.startOf(to), 1),
    };
  }
}

const codes = (choices: readonly Named[] | null): string[] | null => choices?.map(({ code }) => code) ?? null;
