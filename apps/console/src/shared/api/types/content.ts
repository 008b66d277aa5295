export type ContentState = 'planned' | 'claimed' | 'dispatching' | 'done' | 'failed' | 'skipped' | 'cancelled';
export type ContentLink = { kind: 'coupon' | 'activity' | 'product'; id: string; title: string };

export interface ContentDraft {
  title: string;
  text: string;
  pictureUrls: string[];
  link: ContentLink | null;
  plannedLocal: string;
  zone: string;
  misfire: 'late' | 'skip';
}

export interface ContentItem extends ContentDraft {
  contentId: string;
  plannedAt: string;
  state: ContentState;
  publishedAt: string | null;
  failure: string | null;
  version: number;
}

export interface ContentDetail extends ContentItem {
  history: { at: string; what: string; by: string }[];
  engagement: { likes: number; comments: number } | null;
}

export interface CommentInReview {
  commentId: string;
  postId: string;
  postTitle: string | null;
  author: string | { name: string };
  text: string;
  at: string;
  reason?: string | null;
  state?: string;
}
