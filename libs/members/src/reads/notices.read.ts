import type { MemberId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { NoticeRepository, type StoredNotice } from '../store/notice.repository';

const WHOLE_LIFE = 100_000;

/** A member's inbox. */
@Injectable()
export class NoticesRead {
  constructor(
    private readonly reader: Reader,
    private readonly notices: NoticeRepository,
  ) {}

  async page(
    memberId: MemberId,
    before: string | null,
    limit: number,
  ): Promise<{ items: StoredNotice[]; nextBefore: string | null; unread: number }> {
    const [rows, unread] = await Promise.all([
      this.notices.page(this.reader, memberId, before, limit + 1),
      this.notices.unread(this.reader, memberId),
    ]);
    const items = rows.slice(0, limit);
    return { items, nextBefore: rows.length > limit ? items.at(-1)!.id : null, unread };
  }

  /** For the member's own export. */
  all(memberId: MemberId): Promise<StoredNotice[]> {
    return this.notices.page(this.reader, memberId, null, WHOLE_LIFE);
  }
}
