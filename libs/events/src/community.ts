export interface CommunityEvents {
  'community.content-published.v1': { contentId: string; occurrenceId: string; postId: string; at: string };
  'community.post-liked.v1': { postId: string; memberId: string; at: string };
  'community.post-unliked.v1': { postId: string; memberId: string; at: string };
  'community.comment-posted.v1': { postId: string; commentId: string; memberId: string; at: string };
  /** The first time on a business day (`day`) that the member reads, or shares, the post. */
  'community.post-read.v1': { postId: string; memberId: string; day: string; at: string };
  'community.post-shared.v1': { postId: string; memberId: string; day: string; at: string };
}
