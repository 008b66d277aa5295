import {
  CommentsRead,
  DeleteComment,
  FeedRead,
  LikePost,
  NoteAttention,
  PostComment,
  UnlikePost,
} from '@fanloop/community';
import { IdempotencyKey } from '@fanloop/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Answers } from '../answers';
import { Caller, ForMember, ForVisitor, type MemberCaller, type VisitorCaller } from '../auth';
import {
  CommentAnswerDto,
  CommentFeedDto,
  CommentIdDto,
  CommentInputDto,
  CountedDto,
  LikesDto,
  PostDto,
  PostFeedDto,
  PostFeedQueryDto,
  PostIdDto,
} from './posts.dto';

type Reading = MemberCaller | VisitorCaller;
const memberOf = (caller: Reading): string | null => (caller.kind === 'member' ? caller.memberId : null);

/** The feed, for everybody who logged in silently; likes are for members. */
@Controller('member/posts')
export class PostsController {
  constructor(
    private readonly feed: FeedRead,
    private readonly likePost: LikePost,
    private readonly unlikePost: UnlikePost,
    private readonly attention: NoteAttention,
  ) {}

  @Get()
  @ForVisitor()
  @Answers({ status: 200, type: PostFeedDto })
  list(@Query() { cursor, limit }: PostFeedQueryDto, @Caller() caller: Reading) {
    return this.feed.page(memberOf(caller), cursor ?? null, limit);
  }

  @Get(':id')
  @ForVisitor()
  @Answers({ status: 200, type: PostDto })
  one(@Param() { id }: PostIdDto, @Caller() caller: Reading) {
    return this.feed.one(id, memberOf(caller));
  }

  @Put(':id/like')
  @ForMember()
  @Answers({ status: 200, type: LikesDto })
  like(@Param() { id: postId }: PostIdDto, @Caller() { memberId }: MemberCaller) {
    return this.likePost.execute({ postId, memberId });
  }

  @Delete(':id/like')
  @ForMember()
  @Answers({ status: 200, type: LikesDto })
  unlike(@Param() { id: postId }: PostIdDto, @Caller() { memberId }: MemberCaller) {
    return this.unlikePost.execute({ postId, memberId });
  }

  /** The member has had the post in sight for a while. Counted once per business day. */
  @Post(':id/read')
  @HttpCode(200)
  @ForMember()
  @Answers({ status: 200, type: CountedDto })
  read(@Param() { id: postId }: PostIdDto, @Caller() { memberId }: MemberCaller) {
    return this.attention.execute({ postId, memberId, kind: 'read' });
  }

  @Post(':id/share')
  @HttpCode(200)
  @ForMember()
  @Answers({ status: 200, type: CountedDto })
  share(@Param() { id: postId }: PostIdDto, @Caller() { memberId }: MemberCaller) {
    return this.attention.execute({ postId, memberId, kind: 'share' });
  }
}

/** What members write under a post. */
@Controller('member/posts/:id/comments')
export class PostCommentsController {
  constructor(
    private readonly comments: CommentsRead,
    private readonly postComment: PostComment,
    private readonly deleteComment: DeleteComment,
  ) {}

  @Get()
  @ForVisitor()
  @Answers({ status: 200, type: CommentFeedDto })
  list(@Param() { id }: PostIdDto, @Query() { cursor, limit }: PostFeedQueryDto, @Caller() caller: Reading) {
    return this.comments.page(id, memberOf(caller), cursor ?? null, limit);
  }

  @Post()
  @ForMember()
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @Answers({ status: 201, type: CommentAnswerDto })
  async write(
    @Param() { id: postId }: PostIdDto,
    @Body() { text }: CommentInputDto,
    @IdempotencyKey() idempotencyKey: string,
    @Caller() { memberId }: MemberCaller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommentAnswerDto> {
    const posted = await this.postComment.execute({ postId, memberId, text, idempotencyKey });
    if (posted.state === 'visible') return { ...(await this.comments.written(posted, memberId)), state: 'visible' };
    reply.status(202);
    return { state: posted.state };
  }

  @Delete(':commentId')
  @ForMember()
  @HttpCode(204)
  async remove(@Param() { id: postId, commentId }: CommentIdDto, @Caller() { memberId }: MemberCaller): Promise<void> {
    await this.deleteComment.execute({ commentId, postId, memberId });
  }
}
