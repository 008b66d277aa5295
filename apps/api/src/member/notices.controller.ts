import { NoticesRead, ReadNotices } from '@fanloop/members';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForMember, type MemberCaller } from '../auth';
import { rowId } from '../shapes/page';
import { toWire } from '../wire';

const unread = z.number().int().min(0);

export class NoticesQueryDto extends createZodDto(
  z.object({ cursor: rowId.optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }),
) {}

export class NoticesDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        text: z.string(),
        link: z.string().nullable().describe('names a page of the mini-program'),
        at: z.iso.datetime(),
        readAt: z.iso.datetime().nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
    unread,
  }),
) {}

export class ReadNoticesDto extends createZodDto(
  z.object({ upTo: rowId.describe('the newest notice that was seen') }),
) {}
export class UnreadDto extends createZodDto(z.object({ unread })) {}

/** The member's inbox. */
@ForMember()
@Controller('member/notices')
export class MemberNoticesController {
  constructor(
    private readonly notices: NoticesRead,
    private readonly readNotices: ReadNotices,
  ) {}

  @Get()
  @Answers({ status: 200, type: NoticesDto })
  async list(@Query() { cursor, limit }: NoticesQueryDto, @Caller() { memberId }: MemberCaller) {
    const { items, nextBefore, unread: left } = await this.notices.page(memberId, cursor ?? null, limit);
    return { items: toWire(items), nextCursor: nextBefore, unread: left };
  }

  /** Everything up to a notice has been seen; what came after it stays unread. */
  @Post('read')
  @HttpCode(200)
  @Answers({ status: 200, type: UnreadDto })
  read(@Body() { upTo }: ReadNoticesDto, @Caller() { memberId }: MemberCaller) {
    return this.readNotices.execute(memberId, upTo);
  }
}
