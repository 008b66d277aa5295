import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { NoticeRepository } from '../store/notice.repository';

/** The member has seen the inbox up to a notice. */
@Injectable()
export class ReadNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: NoticeRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(memberId: MemberId, upTo: string): Promise<{ unread: number }> {
    return this.unitOfWork.run(async (tx) => {
      await this.notices.markRead(tx, memberId, upTo, this.clock.now());
      return { unread: await this.notices.unread(tx, memberId) };
    });
  }
}
