import { type Clock, Refusal } from '@fanloop/kernel';
import { CLOCK, UnitOfWork } from '@fanloop/platform';
import { PayDoor, type SignedMessage } from '@fanloop/wechat';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { NoticeRepository } from '../store/notice.repository';
import { NoticeWork } from './notice-work';

/**
 * A notification of WeChat Pay: verified before anything else is read of it, recorded word for word, handled once however often
 * and in whatever order it comes. One that is WeChat's but tells of something else than we know is recorded with the
 * reason, changes nothing and is refused, so that WeChat goes on and a person can look. Refuses PayNoticeForged.
 */
@Injectable()
export class TakeNotice {
  private readonly logger = new Logger('payments');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: NoticeRepository,
    private readonly works: NoticeWork,
    private readonly pay: PayDoor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(message: SignedMessage): Promise<void> {
    const notification = await this.pay.open(message);
    const work = this.works.of(notification);
    const { noticeId, eventType } = notification;
    const row = { noticeId, eventType, number: work.number, body: message.body.toString('utf8') };
    const refusal = await this.unitOfWork.run(async (tx) => {
      await this.notices.record(tx, row, this.clock.now());
      // A refusal comes before anything is written: the record of it is kept.
      const done = await work.run(tx).catch(onlyRefusals);
      await this.notices.conclude(tx, noticeId, done instanceof Refusal ? done.code : done);
      return done instanceof Refusal ? done : null;
    });
    if (!refusal) return;
    this.logger.error(
      { eventType, number: work.number, code: refusal.code },
      'a notification of WeChat Pay was refused',
    );
    throw refusal;
  }
}

const onlyRefusals = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  throw error;
};
