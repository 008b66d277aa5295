import { OrganizationModule } from '@fanloop/organization';
import { type DynamicModule, Module } from '@nestjs/common';
import { CommunityDoor } from './community.door';
import { CommunityOnMemberClosed } from './handlers/on-member-closed.handler';
import { Authors } from './reads/authors';
import { CommentsRead } from './reads/comments.read';
import { ContentCalendarRead } from './reads/content-calendar.read';
import { EngagementRead } from './reads/engagement.read';
import { FeedRead } from './reads/feed.read';
import { MemberCommunityRead } from './reads/member-community.read';
import { ModerationRead } from './reads/moderation.read';
import { OFFICIAL_AUTHOR, type OfficialAuthor } from './reads/official-author';
import { AttentionRepository } from './store/attention.repository';
import { CommentRepository } from './store/comment.repository';
import { ContentRepository } from './store/content.repository';
import { ContentHistory } from './store/content-history';
import { DueContentRepository } from './store/due-content.repository';
import { LikeRepository } from './store/like.repository';
import { OccurrenceRepository } from './store/occurrence.repository';
import { PostRepository } from './store/post.repository';
import { ScheduleRepository } from './store/schedule.repository';
import { TextCheck } from './store/text-check';
import { TimeZones } from './store/time-zones';
import { CancelContent } from './use-cases/cancel-content.use-case';
import { CommentDesk } from './use-cases/comment-desk';
import { ContentDesk } from './use-cases/content-desk';
import { DraftReader } from './use-cases/content-draft';
import { ContentRows, CreateContent } from './use-cases/create-content.use-case';
import { DecideComment } from './use-cases/decide-comment.use-case';
import { DeleteComment } from './use-cases/delete-comment.use-case';
import { ForgetMembers } from './use-cases/forget-members.use-case';
import { LikePost } from './use-cases/like-post.use-case';
import { MoveContent } from './use-cases/move-content.use-case';
import { NoteAttention } from './use-cases/note-attention.use-case';
import { PauseContent } from './use-cases/pause-content.use-case';
import { PinPost } from './use-cases/pin-post.use-case';
import { PostComment } from './use-cases/post-comment.use-case';
import { PublishDueContent } from './use-cases/publish-due-content.use-case';
import { PublishOccurrence } from './use-cases/publish-occurrence';
import { PublishToFeed } from './use-cases/publish-to-feed';
import { ReviseContent } from './use-cases/revise-content.use-case';
import { UnlikePost } from './use-cases/unlike-post.use-case';

export interface CommunityOptions {
  /** The configured WeChat and members modules. */
  readonly imports: DynamicModule[];
  /** Whose name stands over the brand's posts; 官方 when the deployment names nobody. */
  readonly official?: OfficialAuthor;
}

const STORE = [
  ContentRepository,
  ScheduleRepository,
  DueContentRepository,
  OccurrenceRepository,
  ContentHistory,
  PostRepository,
  LikeRepository,
  AttentionRepository,
  CommentRepository,
  TextCheck,
  TimeZones,
];
const PARTS = [
  DraftReader,
  ContentDesk,
  ContentRows,
  CommentDesk,
  PublishToFeed,
  PublishOccurrence,
  ForgetMembers,
  Authors,
  EngagementRead,
  MemberCommunityRead,
];
const SHOWN = [
  CommunityDoor,
  CommunityOnMemberClosed,
  CreateContent,
  ReviseContent,
  MoveContent,
  CancelContent,
  PauseContent,
  PinPost,
  PublishDueContent,
  LikePost,
  UnlikePost,
  NoteAttention,
  PostComment,
  DecideComment,
  DeleteComment,
  FeedRead,
  CommentsRead,
  ModerationRead,
  ContentCalendarRead,
];

/** Planned content, the in-app feed, likes and comments. Stands on WeChat, the organization and the members. */
@Module({})
export class CommunityModule {
  static forRoot(options: CommunityOptions): DynamicModule {
    return {
      module: CommunityModule,
      imports: [OrganizationModule, ...options.imports],
      providers: [
        { provide: OFFICIAL_AUTHOR, useValue: options.official ?? { name: '官方', avatarUrl: null } },
        ...STORE,
        ...PARTS,
        ...SHOWN,
      ],
      exports: SHOWN,
    };
  }
}
