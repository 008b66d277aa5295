import { domainEvent } from '@fanloop/events';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { CardStore } from '../store/card-store';
import { BeginCard } from './begin-card.use-case';
import { CardTime, CardWork } from './card-work';

const BATCH = 500;

/**
 * The sweep: cards whose last day is over end, and renewals whose first day has come begin. In bounded transactions, passing over what
 * others hold, so that it may be killed anywhere, run twice, or come late. Screens and refunds judge by the day itself and do not
 * wait for it; the tier ends by itself, in loyalty.
 */
@Injectable()
export class TurnCards {
  constructor(
    private readonly reader: Reader,
    private readonly store: CardStore,
    private readonly begin: BeginCard,
    private readonly work: CardWork,
    private readonly time: CardTime,
  ) {}

  /** How many ended and how many began. */
  async execute(): Promise<{ ended: number; begun: number }> {
    return { ended: await this.endAll(), begun: await this.beginAll() };
  }

  private async endAll(): Promise<number> {
    for (let total = 0; ; ) {
      const done = await this.endSome();
      total += done;
      if (done < BATCH) return total;
    }
  }

  private endSome(): Promise<number> {
    return this.work.unitOfWork.run(async (tx) => {
      const { now, today } = this.time.present();
      const over = await this.store.cards.lockOver(tx, today, BATCH);
      if (over.length === 0) return 0;
      const ids = over.map(({ cardId }) => cardId);
      if ((await this.store.cards.end(tx, ids, now)) !== over.length) throw new Error('a card changed under its lock');
      const events = over.map(({ cardNo, planId, memberId }) =>
        domainEvent('memberships.card-ended.v1', { cardNo, planId, memberId, at: now.toISOString() }, now),
      );
      await this.work.outbox.append(tx, events);
      return over.length;
    });
  }

  private async beginAll(): Promise<number> {
    const { today } = this.time.present();
    let begun = 0;
    for (let after = '0'; ; ) {
      const due = await this.store.cards.due(this.reader, today, after, BATCH);
      const last = due.at(-1);
      if (!last) return begun;
      after = last.cardId;
      for (const { cardNo } of due) if (await this.begin.execute(cardNo)) begun += 1;
    }
  }
}
