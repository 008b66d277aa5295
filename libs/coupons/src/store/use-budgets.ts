import type { Fen, Refusal, StoreId } from '@fanloop/kernel';
import { BusinessCalendar, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Budgets, keysOf, keyText, limitOf, limitsUse, weightOf, whyOverBudget } from '../rules/budgets';
import { refuse } from '../rules/refusals';
import { BudgetRepository, inOrder, type UseRules } from './budget.repository';

/** Where and when coupons of these templates are to be used. */
export interface UsePlace {
  readonly templateIds: readonly string[];
  readonly storeId: StoreId;
  readonly at: Date;
}

/** One use, or one that is taken back. */
export interface CountedUse {
  readonly templateId: string;
  readonly storeId: StoreId;
  readonly day: string;
  readonly discountFen: Fen;
}

/** What is left for uses, as it was read, less what has been reserved of it since. */
export class Allowance {
  private readonly reserved = new Map<string, number>();

  constructor(
    private readonly rules: ReadonlyMap<string, UseRules>,
    private readonly used: ReadonlyMap<string, number>,
    readonly dayOf: (at: Date) => string,
  ) {}

  /** The same allowance, for a choice that may be given up. */
  fork(): Allowance {
    const fork = new Allowance(this.rules, this.used, this.dayOf);
    for (const [text, amount] of this.reserved) fork.reserved.set(text, amount);
    return fork;
  }

  /** Why no coupon of this template may be used now, whatever is bought. */
  whyNot(templateId: string): Refusal | null {
    const rules = this.rules.get(templateId);
    if (rules?.isVoid) return refuse('CouponVoid');
    return rules?.usePaused ? refuse('UsePaused') : null;
  }

  /** Reserves uses, all of them or none; answers why not. */
  reserve(uses: readonly CountedUse[]): Refusal | null {
    const before = new Map(this.reserved);
    for (const use of uses) {
      const budgets = this.budgetsOf(use.templateId);
      if (!budgets) continue;
      const keys = keysOf(use.templateId, use.day, use.storeId);
      const taken = (text: string): number => (this.used.get(text) ?? 0) + (this.reserved.get(text) ?? 0);
      const usedOf = new Map(keys.map((key) => [key.kind, taken(keyText(key))]));
      const refusal = whyOverBudget(budgets, (kind) => usedOf.get(kind) ?? 0, use.discountFen);
      if (refusal) {
        this.reserved.clear();
        for (const [text, amount] of before) this.reserved.set(text, amount);
        return refusal;
      }
      for (const key of keys) {
        const text = keyText(key);
        this.reserved.set(text, (this.reserved.get(text) ?? 0) + weightOf(key.kind, use.discountFen));
      }
    }
    return null;
  }

  budgetsOf(templateId: string): Budgets | null {
    const budgets = this.rules.get(templateId)?.budgets ?? null;
    return limitsUse(budgets) ? budgets : null;
  }
}

/** The budgets of uses at the till: looked at by previews, locked and counted by what is recorded. */
@Injectable()
export class UseBudgets {
  constructor(
    private readonly budgets: BudgetRepository,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** For a preview. */
  look(from: Queryable, places: readonly UsePlace[]): Promise<Allowance> {
    return this.allowance(from, places, (keys) => this.budgets.read(from, keys));
  }

  /** For a use: one statement where no template has budgets, otherwise their rows are locked in ascending order. */
  lock(tx: Tx, places: readonly UsePlace[]): Promise<Allowance> {
    return this.allowance(tx, places, (keys) => this.budgets.lock(tx, keys));
  }

  /** Writes what was reserved; the statements hold the limits once more. */
  async count(tx: Tx, allowance: Allowance, uses: readonly CountedUse[]): Promise<void> {
    const sums = sumsOf(uses.filter((use) => allowance.budgetsOf(use.templateId) !== null));
    for (const key of inOrder(sums.keys)) {
      const limit = limitOf(allowance.budgetsOf(key.templateId)!, key.kind);
      if (!(await this.budgets.take(tx, key, sums.amounts.get(keyText(key))!, limit)))
        throw new Error(`budget ${keyText(key)} changed under its lock`);
    }
  }

  async giveBack(tx: Tx, uses: readonly CountedUse[]): Promise<void> {
    const sums = sumsOf(uses);
    for (const key of inOrder(sums.keys)) await this.budgets.giveBack(tx, key, sums.amounts.get(keyText(key))!);
  }

  private async allowance(
    from: Queryable,
    places: readonly UsePlace[],
    read: (keys: ReturnType<typeof keysOf>) => Promise<Map<string, number>>,
  ): Promise<Allowance> {
    const dayOf = (at: Date): string => this.calendar.date(at);
    const rules = await this.budgets.rules(from, [...new Set(places.flatMap(({ templateIds }) => templateIds))]);
    const keys = places.flatMap(({ templateIds, storeId, at }) =>
      templateIds
        .filter((id) => limitsUse(rules.get(id)?.budgets ?? null))
        .flatMap((id) => keysOf(id, dayOf(at), storeId)),
    );
    return new Allowance(rules, keys.length === 0 ? new Map() : await read(keys), dayOf);
  }
}

const sumsOf = (uses: readonly CountedUse[]) => {
  const amounts = new Map<string, number>();
  const keys = uses.flatMap((use) => {
    const own = keysOf(use.templateId, use.day, use.storeId);
    for (const key of own) {
      const text = keyText(key);
      amounts.set(text, (amounts.get(text) ?? 0) + weightOf(key.kind, use.discountFen));
    }
    return own;
  });
  return { keys, amounts };
};
