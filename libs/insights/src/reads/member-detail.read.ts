import type { MemberId } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { ContactsRead, MemberProfileRead } from '@fanloop/members';
import { TaggingDoor } from '@fanloop/tagging';
import { Injectable } from '@nestjs/common';

/** One member as the console sees him: who, what points with their proof, what tags and why. */
@Injectable()
export class MemberDetailRead {
  constructor(
    private readonly profiles: MemberProfileRead,
    private readonly contacts: ContactsRead,
    private readonly loyalty: LoyaltyDoor,
    private readonly tagging: TaggingDoor,
  ) {}

  /** Throws MemberNotFound. */
  async of(memberId: MemberId) {
    const profile = await this.profiles.of(memberId);
    const [identities, accounts, proof, tags, fanTiers, rfm] = await Promise.all([
      this.contacts.identitiesOf(memberId),
      this.loyalty.accounts([memberId]),
      this.loyalty.prove(memberId),
      this.tagging.tagsOf(memberId),
      this.tagging.fanTiersOf([memberId]),
      this.tagging.rfmOf(memberId),
    ]);
    const account = accounts.get(memberId);
    return {
      ...profile,
      identities,
      tier: account?.tier ?? null,
      points: {
        available: account?.available ?? 0,
        pending: account?.pending ?? 0,
        debt: account?.debt ?? 0,
        proof: {
          ok: proof.ok,
          checkedEntries: proof.entries,
          lotsSum: proof.lotsSum,
          entriesSum: proof.entriesSum,
          badRow: proof.badRow,
        },
      },
      tags,
      fanTier: fanTiers.get(memberId) ?? null,
      rfm,
    };
  }
}
