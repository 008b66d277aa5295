import {
  CancelContent,
  ContentCalendarRead,
  CreateContent,
  MoveContent,
  PauseContent,
  PinPost,
  ReviseContent,
} from '@fanloop/community';
import type { Actor } from '@fanloop/kernel';
import { BusinessCalendar } from '@fanloop/platform';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import {
  ContentDetailDto,
  ContentDraftDto,
  ContentIdDto,
  ContentItemDto,
  ContentItemsDto,
  ContentMoveDto,
  ContentPinDto,
  ContentRevisionDto,
  ContentSpanDto,
  draftOf,
} from './content.dto';

const actorOf = (caller: StaffCaller): Actor => ({ kind: 'staff', id: caller.staffId });

/** The content calendar: what is planned, and new or other plans. */
@Controller('console/content')
export class ContentController {
  constructor(
    private readonly calendar: ContentCalendarRead,
    private readonly create: CreateContent,
    private readonly revise: ReviseContent,
    private readonly move: MoveContent,
    private readonly business: BusinessCalendar,
  ) {}

  @Get()
  @ForConsole('content.read')
  @Answers({ status: 200, type: ContentItemsDto })
  async list(@Query() { from, to }: ContentSpanDto) {
    return { items: await this.calendar.between(this.business.instant(from), this.business.instant(to)) };
  }

  @Get(':id')
  @ForConsole('content.read')
  @Answers({ status: 200, type: ContentDetailDto })
  one(@Param() { id }: ContentIdDto) {
    return this.calendar.detail(id);
  }

  @Post()
  @ForConsole('content.write')
  @Answers({ status: 201, type: ContentItemDto })
  async plan(@Body() body: ContentDraftDto, @Caller() caller: StaffCaller) {
    return this.calendar.item(await this.create.execute({ draft: draftOf(body), actor: actorOf(caller) }));
  }

  @Put(':id')
  @ForConsole('content.write')
  @Answers({ status: 200, type: ContentItemDto })
  async change(
    @Param() { id: contentId }: ContentIdDto,
    @Body() body: ContentRevisionDto,
    @Caller() caller: StaffCaller,
  ) {
    const { version: expectedVersion, ...draft } = body;
    await this.revise.execute({ contentId, draft: draftOf(draft), expectedVersion, actor: actorOf(caller) });
    return this.calendar.item(contentId);
  }

  @Post(':id/move')
  @ForConsole('content.write')
  @Answers({ status: 200, type: ContentItemDto })
  async postpone(
    @Param() { id: contentId }: ContentIdDto,
    @Body() { plannedLocal }: ContentMoveDto,
    @Caller() caller: StaffCaller,
  ) {
    await this.move.execute({ contentId, plannedLocal, actor: actorOf(caller) });
    return this.calendar.item(contentId);
  }
}

/** Holding content back, and keeping it on top. */
@Controller('console/content/:id')
@ForConsole('content.write')
export class ContentStateController {
  constructor(
    private readonly calendar: ContentCalendarRead,
    private readonly cancelContent: CancelContent,
    private readonly pauseContent: PauseContent,
    private readonly pinPost: PinPost,
  ) {}

  @Post('cancel')
  @Answers({ status: 200, type: ContentItemDto })
  async cancel(@Param() { id: contentId }: ContentIdDto, @Caller() caller: StaffCaller) {
    await this.cancelContent.execute({ contentId, actor: actorOf(caller) });
    return this.calendar.item(contentId);
  }

  @Post('pause')
  @Answers({ status: 200, type: ContentItemDto })
  async pause(@Param() { id: contentId }: ContentIdDto, @Caller() caller: StaffCaller) {
    await this.pauseContent.execute({ contentId, paused: true, actor: actorOf(caller) });
    return this.calendar.item(contentId);
  }

  @Post('resume')
  @Answers({ status: 200, type: ContentItemDto })
  async resume(@Param() { id: contentId }: ContentIdDto, @Caller() caller: StaffCaller) {
    await this.pauseContent.execute({ contentId, paused: false, actor: actorOf(caller) });
    return this.calendar.item(contentId);
  }

  @Post('pin')
  @Answers({ status: 200, type: ContentItemDto })
  async pin(
    @Param() { id: contentId }: ContentIdDto,
    @Body() { pinned }: ContentPinDto,
    @Caller() caller: StaffCaller,
  ) {
    await this.pinPost.execute({ contentId, pinned, actor: actorOf(caller) });
    return this.calendar.item(contentId);
  }
}
