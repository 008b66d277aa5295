import type { Clock } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { fitted, isNews, type Notice } from '../rules/notice';
import { NoticeRepository } from '../store/notice.repository';

/** Puts news into inboxes, each once. */
@Injectable()
export class TellMembers {
  constructor(
    private readonly notices: NoticeRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(tx: Tx, notices: readonly Notice[]): Promise<void> {
    const now = this.clock.now();
    return this.notices.add(
      tx,
      notices.filter((notice) => isNews(notice, now)).map((notice) => fitted(notice)),
    );
  }
}
