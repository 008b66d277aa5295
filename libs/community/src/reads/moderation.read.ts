import type { MemberId } from '@fanloop/kernel';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { CheckResult, CommentState } from '../rules/comment';
import { type Author, Authors } from './authors';

/** A comment as a moderator sees it. */
export interface ModeratedComment {
  readonly commentId: string;
  readonly postId: string;
  readonly postTitle: string | null;
  readonly memberId: MemberId | null;
  readonly author: Author;
  readonly text: string;
  readonly state: CommentState;
  /** Why a person has to look at it. */
  readonly reason: string | null;
  readonly at: string;
  readonly decidedAt: string | null;
}

export interface ModerationFilter {
  readonly state: CommentState;
  readonly page: number;
  readonly pageSize: number;
}

interface Row {
  id: string;
  post_id: string;
  title: string | null;
  member_id: MemberId | null;
  text: string;
  state: CommentState;
  check_result: CheckResult;
  check_label: number | null;
  written_at: Date;
  decided_at: Date | null;
}

/** WeChat's labels of what a text may be. */
const LABELS: Readonly<Record<number, string>> = {
  10001: '广告',
  20001: '时政',
  20002: '色情',
  20003: '辱骂',
  20006: '违法犯罪',
  20008: '欺诈',
  20012: '低俗',
  20013: '版权',
  21000: '其他',
};

/** The moderation queue: those that wait longest first; what is decided, newest first. */
@Injectable()
export class ModerationRead {
  constructor(
    private readonly reader: Reader,
    private readonly authors: Authors,
  ) {}

  async page({ state, page, pageSize }: ModerationFilter): Promise<{ items: ModeratedComment[]; total: number }> {
    const count = await this.reader.one<{ n: string }>('SELECT COUNT(*) AS n FROM community_comment WHERE state = ?', [
      state,
    ]);
    const rows = await this.reader.query<Row>(
      `SELECT c.id, c.post_id, p.title, c.member_id, c.text, c.state, c.check_result, c.check_label, c.written_at,
              c.decided_at
         FROM community_comment c JOIN community_post p ON p.id = c.post_id
        WHERE c.state = ? ORDER BY c.id ${state === 'in-review' ? 'ASC' : 'DESC'} LIMIT ? OFFSET ?`,
      [state, pageSize, (page - 1) * pageSize],
    );
    const authorOf = await this.authors.of(rows.map((row) => row.member_id));
    return { items: rows.map((row) => view(row, authorOf(row.member_id))), total: num(count?.n) };
  }

  async waiting(): Promise<number> {
    const count = await this.reader.one<{ n: string }>(
      "SELECT COUNT(*) AS n FROM community_comment WHERE state = 'in-review'",
    );
    return num(count?.n);
  }
}

const view = (row: Row, author: Author): ModeratedComment => ({
  commentId: row.id,
  postId: row.post_id,
  postTitle: row.title,
  memberId: row.member_id,
  author,
  text: row.text,
  state: row.state,
  reason: reasonOf(row),
  at: row.written_at.toISOString(),
  decidedAt: row.decided_at?.toISOString() ?? null,
});

const reasonOf = ({ check_result: result, check_label: label }: Row): string | null => {
  if (result === 'unchecked') return '微信内容检查当时没有应答';
  if (result === 'pass') return null;
  const kind = label === null ? undefined : LABELS[label];
  return kind ? `微信建议人工审核：可能涉及${kind}` : '微信建议人工审核';
};
