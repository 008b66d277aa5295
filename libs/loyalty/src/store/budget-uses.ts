import { byId, type Points, type StoreId } from '@fanloop/kernel';
import { num, type Queryable, type Tx } from '@fanloop/platform';
import { budgetLeft } from '../rules/judging/budgets';
import type { JudgingRule } from '../rules/judging/rule';

/** The row that counts for the whole rule, beside those of the stores. */
const WHOLE = '0';

type Use = [ruleId: string, storeId: string, points: Points];

/** The order in which the rows are locked. */
const byRuleAndStore = (a: Use, b: Use): number => byId(a[0], b[0]) || byId(a[1], b[1]);

interface UseRow {
  rule_id: string;
  store_id: string;
  used: string;
}

/**
 * What rules with a budget have given to all members together. The rows are locked after the accounts, in ascending order, so
 * that a budget is exact while many tills earn at once.
 */
export class BudgetUses {
  private readonly known = new Map<string, Points>();
  private readonly added = new Map<string, Use>();

  /** Locks and reads. `stores` are those of the purchases at hand. */
  static async lock(tx: Tx, ruleIds: readonly string[], stores: readonly StoreId[]): Promise<BudgetUses> {
    const uses = new BudgetUses();
    if (ruleIds.length === 0) return uses;
    const keys = ruleIds.flatMap((ruleId) => [WHOLE, ...stores].map((store): Use => [ruleId, store, 0]));
    await tx.execute(
      'INSERT INTO loyalty_budget_use (rule_id, store_id, used) VALUES ? ON DUPLICATE KEY UPDATE used = used',
      [keys.sort(byRuleAndStore)],
    );
    await uses.read(tx, ruleIds, stores, ' ORDER BY rule_id, store_id FOR UPDATE');
    return uses;
  }

  static async load(db: Queryable, ruleIds: readonly string[], stores: readonly StoreId[]): Promise<BudgetUses> {
    const uses = new BudgetUses();
    if (ruleIds.length > 0) await uses.read(db, ruleIds, stores, '');
    return uses;
  }

  /** What a rule may still give in a store, in points; null: it has no budget. */
  left(rule: JudgingRule, storeId: StoreId | null, fenPer100Points: number): Points | null {
    const total = this.known.get(keyOf(rule.ruleId, WHOLE)) ?? 0;
    const inStore = storeId === null ? 0 : (this.known.get(keyOf(rule.ruleId, storeId)) ?? 0);
    return budgetLeft(rule.draft.budget, { total, inStore: storeId === null ? null : inStore }, fenPer100Points);
  }

  /** Negative when a refund gives units back. */
  add(ruleId: string, storeId: StoreId | null, points: Points): void {
    if (points === 0) return;
    for (const store of storeId === null ? [WHOLE] : [WHOLE, storeId]) {
      const key = keyOf(ruleId, store);
      this.known.set(key, (this.known.get(key) ?? 0) + points);
      this.added.set(key, [ruleId, store, (this.added.get(key)?.[2] ?? 0) + points]);
    }
  }

  async write(tx: Tx): Promise<void> {
    if (this.added.size === 0) return;
    const rows = [...this.added.values()].sort(byRuleAndStore);
    await tx.execute(
      'INSERT INTO loyalty_budget_use (rule_id, store_id, used) VALUES ? ON DUPLICATE KEY UPDATE used = used + VALUES(used)',
      [rows],
    );
  }

  private async read(
    db: Queryable,
    ruleIds: readonly string[],
    stores: readonly StoreId[],
    lock: string,
  ): Promise<void> {
    const rows = await db.query<UseRow>(
      `SELECT rule_id, store_id, used FROM loyalty_budget_use WHERE rule_id IN (?) AND store_id IN (?)${lock}`,
      [ruleIds, [WHOLE, ...stores]],
    );
    for (const row of rows) this.known.set(keyOf(row.rule_id, row.store_id), num(row.used));
  }
}

const keyOf = (ruleId: string, storeId: string): string => `${ruleId} ${storeId}`;
