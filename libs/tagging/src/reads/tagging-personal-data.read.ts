import type { MemberId } from '@fanloop/kernel';
import type { PersonalDataSource } from '@fanloop/members';
import { Injectable } from '@nestjs/common';
import { MemberStandingRead } from './member-standing.read';

/** What was computed about a member, for the member's own export. */
@Injectable()
export class TaggingPersonalData implements PersonalDataSource {
  readonly context = 'tagging';

  constructor(private readonly standing: MemberStandingRead) {}

  async personalDataOf(memberId: MemberId): Promise<unknown> {
    const [tags, fanTier, rfm, tastes] = await Promise.all([
      this.standing.tags(memberId),
      this.standing.fanStory(memberId),
      this.standing.rfm(memberId),
      this.standing.tastes(memberId),
    ]);
    return { tags: tags.map(({ name, why, since }) => ({ name, why, since })), fanTier, rfm, tastes };
  }
}
