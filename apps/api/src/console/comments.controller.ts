import { DecideComment, ModerationRead } from '@fanloop/community';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import {
  CommentDecidedDto,
  CommentDecisionDto,
  CommentQueueDto,
  CommentQueueQueryDto,
  ModeratedCommentIdDto,
} from './comments.dto';

/** The moderation queue. */
@Controller('console/comments')
@ForConsole('content.moderate')
export class CommentsController {
  constructor(
    private readonly moderation: ModerationRead,
    private readonly decideComment: DecideComment,
  ) {}

  @Get()
  @Answers({ status: 200, type: CommentQueueDto })
  list(@Query() query: CommentQueueQueryDto) {
    return this.moderation.page(query);
  }

  @Post(':id/decision')
  @Answers({ status: 200, type: CommentDecidedDto })
  async decide(
    @Param() { id: commentId }: ModeratedCommentIdDto,
    @Body() { decision }: CommentDecisionDto,
    @Caller() { staffId }: StaffCaller,
  ) {
    return { state: await this.decideComment.execute({ commentId, decision, actor: { kind: 'staff', id: staffId } }) };
  }
}
