import { LoyaltyDoor, type PendingPoints, ProgrammeRead, TRIGGER_NAMES } from '@fanloop/loyalty';
import { OrganizationDoor } from '@fanloop/organization';
import { Controller, Get, Query } from '@nestjs/common';
import { ZodResponse } from 'nestjs-zod';
import { Caller, ForMember, type MemberCaller } from '../auth';
import { toWire } from '../wire';
import { MemberPointsDto, PointsFeedDto, PointsFeedQueryDto } from './points.dto';

const SHOWN_DAYS = 90;

/** The member's points, tier and journal, each entry with its why. */
@Controller('member/points')
export class MemberPointsController {
  constructor(
    private readonly loyalty: LoyaltyDoor,
    private readonly programme: ProgrammeRead,
    private readonly organization: OrganizationDoor,
  ) {}

  @Get()
  @ForMember()
  @ZodResponse({ status: 200, type: MemberPointsDto })
  async points(@Caller() { memberId }: MemberCaller) {
    const [accounts, lotsExpiring, lotsPending, tier, waysToEarn, settings] = await Promise.all([
      this.loyalty.accounts([memberId]),
      this.loyalty.expiring(memberId, SHOWN_DAYS),
      this.loyalty.pending(memberId),
      this.loyalty.standing(memberId),
      this.programme.waysToEarn(),
      this.programme.settings(),
    ]);
    const { available, pending, debt } = accounts.get(memberId) ?? { available: 0, pending: 0, debt: 0 };
    const transfersEnabled = settings.transfers.enabled;
    const lots = { lotsExpiring, lotsPending: lotsPending.map(withName) };
    return toWire({ available, pending, debt, ...lots, transfersEnabled, tier, waysToEarn }) as MemberPointsDto;
  }

  @Get('entries')
  @ForMember()
  @ZodResponse({ status: 200, type: PointsFeedDto })
  async entries(@Query() { cursor, limit }: PointsFeedQueryDto, @Caller() { memberId }: MemberCaller) {
    const beforeSeq = cursor === undefined ? null : Number(cursor);
    const { items, nextBefore } = await this.loyalty.entries(memberId, { beforeSeq, limit });
    const stores = await this.organization.storesByIds(items.flatMap(({ storeId }) => storeId ?? []));
    return {
      items: items.map(({ entryId, kind, points, pending, balanceAfter, at, title, why, purchaseNo, storeId }) => ({
        entryId,
        kind,
        points,
        pending,
        balanceAfter,
        at: at.toISOString(),
        title,
        why: [...why],
        purchaseNo,
        storeName: stores.get(storeId ?? '')?.name ?? null,
      })),
      nextCursor: nextBefore === null ? null : String(nextBefore),
    };
  }
}

/** What the points wait for, in words; a brand's own event keeps its name. */
const withName = (lot: PendingPoints): PendingPoints => ({ ...lot, activateOn: nameOf(lot.activateOn) });
const nameOf = (event: string | null): string | null =>
  event === null ? null : ((TRIGGER_NAMES as Readonly<Record<string, string>>)[event] ?? event);
