import type { MemberId } from '@fanloop/kernel';
import type { PersonalDataSource } from '@fanloop/members';
import { Injectable } from '@nestjs/common';
import { AccountsRead } from './accounts.read';
import { EntriesRead } from './entries.read';
import { TierHistoryRead } from './tier-history.read';

const WHOLE_LIFE = 100_000;

/** The points account of a member with its whole journal, for the member's own export. */
@Injectable()
export class LoyaltyPersonalData implements PersonalDataSource {
  readonly context = 'loyalty';

  constructor(
    private readonly accounts: AccountsRead,
    private readonly entries: EntriesRead,
    private readonly tierHistory: TierHistoryRead,
  ) {}

  async personalDataOf(memberId: MemberId): Promise<unknown> {
    const account = (await this.accounts.execute([memberId])).get(memberId);
    const { items } = await this.entries.execute(memberId, { beforeSeq: null, limit: WHOLE_LIFE });
    return {
      available: account?.available ?? 0,
      pending: account?.pending ?? 0,
      debt: account?.debt ?? 0,
      tier: account?.tier?.name ?? null,
      tierHistory: await this.tierHistory.execute(memberId, WHOLE_LIFE),
      journal: items.map(({ at, kind, points, balanceAfter, title, why }) => ({
        at,
        kind,
        points,
        balanceAfter,
        title,
        why,
      })),
    };
  }
}
