import { domainEvent } from '@fanloop/events';
import { daysBetween, plusDays } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { reminderDue } from '../rules/reminder';
import { type EndingCard, ReminderRepository } from '../store/reminder.repository';
import { CardTime, CardWork, type Present } from './card-work';

const BATCH = 200;
const FARTHEST_DAYS = 60;

/**
 * The daily sweep that tells holders of the end of their card, so many days before as its terms say, once each. Whoever has renewed is
 * not told. Bounded transactions; it may be stopped anywhere, be late, or run twice at once.
 */
@Injectable()
export class RemindHolders {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly work: CardWork,
    private readonly time: CardTime,
  ) {}

  async execute(): Promise<{ told: number }> {
    const present = this.time.present();
    let told = 0;
    for (let after: string | null = '0'; after !== null; ) {
      const from: string = after;
      const done = await this.work.unitOfWork.run((tx) => this.tellSome(tx, from, present));
      told += done.told;
      after = done.last;
    }
    return { told };
  }

  private async tellSome(tx: Tx, after: string, present: Present): Promise<{ told: number; last: string | null }> {
    const { today, now } = present;
    const ending = await this.reminders.lockEnding(tx, today, plusDays(today, FARTHEST_DAYS), after, BATCH);
    if (ending.length === 0) return { told: 0, last: null };
    const ids = ending.map(({ cardId }) => cardId);
    const [renewed, told] = [await this.reminders.renewed(tx, ids), await this.reminders.told(tx, ids)];
    const due = ending.flatMap((card) => {
      const days = reminderDue(card.reminderDays, daysBetween(today, card.lastOn));
      return days === null || renewed.has(card.cardId) || told.has(`${card.cardId}:${days}`) ? [] : [{ ...card, days }];
    });
    await this.reminders.keep(tx, due, now);
    await this.work.outbox.append(
      tx,
      due.map((card) => eventOf(card, present)),
    );
    return { told: due.length, last: ending.at(-1)!.cardId };
  }
}

const eventOf = ({ cardNo, planId, memberId, name, lastOn }: EndingCard, { today, now }: Present) =>
  domainEvent(
    'memberships.card-ending.v1',
    { cardNo, planId, memberId, name, lastOn, daysLeft: daysBetween(today, lastOn), at: now.toISOString() },
    now,
  );
