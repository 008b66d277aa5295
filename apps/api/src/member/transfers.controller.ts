import { LoyaltyDoor, TransferPoints, TransfersRead } from '@fanloop/loyalty';
import { MembersDoor } from '@fanloop/members';
import { IdempotencyKey, type RateLimit, RateLimits, refusePlatform } from '@fanloop/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForMember, type MemberCaller } from '../auth';
import { maskedName } from '../shapes/masked-name';
import {
  TransferDto,
  TransferFeedDto,
  TransferFeedQueryDto,
  TransferLookupDto,
  TransferRecipientDto,
  TransferResultDto,
  TransferTermsDto,
} from './transfers.dto';

/** Whoever asks for members by number or phone could walk through all of them: few questions, found or not. */
const GUESSES: readonly RateLimit[] = [
  { name: 'transfer-recipient-hour', points: 20, windowSeconds: 3_600 },
  { name: 'transfer-recipient-day', points: 60, windowSeconds: 86_400 },
];
const MEMBER_NUMBER = /^\d{12}$/;

/** Points given to other members, where the brand allows it. The other one is only ever shown by a masked name. */
@Controller('member/points/transfers')
export class MemberTransfersController {
  constructor(
    private readonly transfer: TransferPoints,
    private readonly transfers: TransfersRead,
    private readonly loyalty: LoyaltyDoor,
    private readonly members: MembersDoor,
    private readonly limits: RateLimits,
  ) {}

  @Get('terms')
  @ForMember()
  @Answers({ status: 200, type: TransferTermsDto })
  async terms(@Caller() { memberId }: MemberCaller) {
    const terms = await this.transfers.terms(memberId);
    const account = (await this.loyalty.accounts([memberId])).get(memberId);
    return { ...terms, available: account?.available ?? 0 };
  }

  @Get()
  @ForMember()
  @Answers({ status: 200, type: TransferFeedDto })
  async history(@Query() { cursor, limit }: TransferFeedQueryDto, @Caller() { memberId }: MemberCaller) {
    const before = cursor === undefined ? null : new Date(cursor);
    const found = await this.transfers.before(memberId, before, limit + 1);
    const items = found.slice(0, limit);
    const others = await this.members.summaries(items.map(({ otherMemberId }) => otherMemberId));
    return {
      items: items.map(({ transferId, direction, points, at, otherMemberId }) => ({
        transferId,
        direction,
        points,
        at: at.toISOString(),
        name: maskedName(others.get(otherMemberId)?.nickname ?? ''),
      })),
      nextCursor: found.length > limit ? items.at(-1)!.at.toISOString() : null,
    };
  }

  @Post('lookup')
  @HttpCode(200)
  @ForMember()
  @Answers({ status: 200, type: TransferRecipientDto })
  async lookUp(@Body() { recipient }: TransferLookupDto, @Caller() { memberId }: MemberCaller) {
    const { name } = await this.find(memberId, recipient);
    return { name };
  }

  @Post()
  @ForMember()
  @Answers({ status: 201, type: TransferResultDto })
  async give(
    @Body() { recipient, points }: TransferDto,
    @Caller() { memberId: fromMemberId }: MemberCaller,
    @IdempotencyKey() idempotencyKey: string,
  ) {
    const { memberId: toMemberId, name } = await this.find(fromMemberId, recipient);
    // Found: a gift is no guess, and a repeated one after a lost line must not use the tries up.
    for (const limit of GUESSES) await this.limits.giveBack(limit, fromMemberId);
    const given = await this.transfer.execute({ fromMemberId, toMemberId, points, idempotencyKey });
    return { ...given, name };
  }

  /** Only an active member receives; closed, frozen and unknown ones are answered alike. */
  private async find(caller: string, text: string): Promise<{ memberId: string; name: string }> {
    await this.transfers.assertEnabled();
    for (const limit of GUESSES) await this.limits.consume(limit, caller);
    const plain = text.replace(/[\s-]/g, '');
    const byText = MEMBER_NUMBER.test(plain)
      ? (await this.members.findByNumber([plain])).get(plain)
      : (await this.members.findByIdentity('phone', [plain])).get(plain);
    const people = await this.members.summaries([caller, ...(byText ? [byText] : [])]);
    if (people.get(caller)?.status !== 'active') throw refusePlatform('NotAllowed');
    const found = byText ? people.get(byText) : undefined;
    const active = found?.status === 'active' ? found.memberId : null;
    const memberId = await this.transfers.assertMayReceive(caller, active);
    return { memberId, name: maskedName(found?.nickname ?? '') };
  }
}
