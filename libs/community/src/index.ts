import { CreateCommunityTables1760000700001 } from './store/migrations/1760000700001-create-community-tables';
import { CountAttention1760000700002 } from './store/migrations/1760000700002-count-attention';

export * from './community.door';
export * from './community.module';
export { CommunityOnMemberClosed } from './handlers/on-member-closed.handler';
export { CommentsRead, type CommentView } from './reads/comments.read';
export { ContentCalendarRead, type ContentDetail, type ContentItem } from './reads/content-calendar.read';
export type { FeedPage } from './reads/cursor';
export type { Engagement } from './reads/engagement.read';
export { FeedRead, type Post } from './reads/feed.read';
export type { MemberDeed } from './reads/member-community.read';
export { type ModeratedComment, ModerationRead } from './reads/moderation.read';
export type { OfficialAuthor } from './reads/official-author';
export { LONGEST_COMMENT } from './rules/comment';
export { type ContentBody, type ContentLink, LONGEST_TEXT, LONGEST_TITLE, MOST_PICTURES } from './rules/content';
export {
  DEFAULT_MAX_LATENESS_MINUTES,
  LONGEST_MAX_LATENESS_MINUTES,
  type Misfire,
  type OccurrenceState,
} from './rules/occurrence';
export { CancelContent } from './use-cases/cancel-content.use-case';
export type { ContentDraft } from './use-cases/content-draft';
export { CreateContent } from './use-cases/create-content.use-case';
export { DecideComment } from './use-cases/decide-comment.use-case';
export { DeleteComment } from './use-cases/delete-comment.use-case';
export { LikePost } from './use-cases/like-post.use-case';
export { MoveContent } from './use-cases/move-content.use-case';
export { NoteAttention } from './use-cases/note-attention.use-case';
export { PauseContent } from './use-cases/pause-content.use-case';
export { PinPost } from './use-cases/pin-post.use-case';
export { PostComment, type PostedComment } from './use-cases/post-comment.use-case';
export { PublishDueContent, type SweepReport } from './use-cases/publish-due-content.use-case';
export { ReviseContent } from './use-cases/revise-content.use-case';
export { UnlikePost } from './use-cases/unlike-post.use-case';

export const communityMigrations = [CreateCommunityTables1760000700001, CountAttention1760000700002];
