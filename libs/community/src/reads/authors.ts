import type { MemberId } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { Injectable } from '@nestjs/common';

export interface Author {
  readonly name: string;
  readonly avatarUrl: string | null;
}

const GONE: Author = { name: '已注销用户', avatarUrl: null };

/** The names of those who wrote something. Somebody who closed the account has none. */
@Injectable()
export class Authors {
  constructor(private readonly members: MembersDoor) {}

  async of(memberIds: readonly (MemberId | null)[]): Promise<(memberId: MemberId | null) => Author> {
    const known = [...new Set(memberIds)].filter((id): id is MemberId => id !== null);
    const summaries = known.length > 0 ? await this.members.summaries(known) : new Map();
    return (memberId) => {
      const summary = memberId === null ? undefined : summaries.get(memberId);
      if (!summary || summary.status === 'closed') return GONE;
      return { name: summary.nickname, avatarUrl: summary.avatarUrl };
    };
  }
}
