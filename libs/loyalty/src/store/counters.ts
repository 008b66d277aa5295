import type { Tx } from '@fanloop/platform';
import { BudgetUses } from './budget-uses';
import { CapUses } from './cap-uses';
import { MemberDays } from './member-days';

/** What judging counts beside the ledger; written with it, under the same locks. */
export class Counters {
  constructor(
    readonly days: MemberDays = new MemberDays(),
    readonly caps: CapUses = new CapUses(),
    readonly budgets: BudgetUses = new BudgetUses(),
  ) {}

  async write(tx: Tx): Promise<void> {
    await this.days.write(tx);
    await this.caps.write(tx);
    await this.budgets.write(tx);
  }
}
