import { byId } from '@fanloop/kernel';
import { jsonOrNull, num, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type BudgetKey, type Budgets, keyText, USE_KINDS } from '../rules/budgets';

/** What the use of a template's coupons has to look at, whatever their own terms say. */
export interface UseRules {
  readonly budgets: Budgets | null;
  readonly usePaused: boolean;
  /** Ended early, with what was unused. */
  readonly isVoid: boolean;
}

interface TemplateRow {
  id: string;
  budgets: unknown;
  use_paused: number;
  voided: number;
}

interface UsedRow {
  template_id: string;
  kind: BudgetKey['kind'];
  day: string;
  store_id: string;
  used: string;
}

const SELECT = 'SELECT template_id, kind, day, store_id, used FROM coupons_budget WHERE';
const ONE = '(template_id = ? AND kind = ? AND day = ? AND store_id = ?)';

/**
 * What uses have taken of their budgets. Rows are locked in ascending order, after the coupons and before whatever loyalty locks;
 * every change is conditional and its row is checked.
 */
@Injectable()
export class BudgetRepository {
  async rules(from: Queryable, templateIds: readonly string[]): Promise<Map<string, UseRules>> {
    if (templateIds.length === 0) return new Map();
    const rows = await from.query<TemplateRow>(
      'SELECT id, budgets, use_paused, voided FROM coupons_template WHERE id IN (?)',
      [templateIds],
    );
    return new Map(
      rows.map((row) => [
        row.id,
        {
          budgets: jsonOrNull<Budgets>(row.budgets),
          usePaused: row.use_paused === 1,
          isVoid: row.voided === 1,
        },
      ]),
    );
  }

  /** What is used of each, by `keyText`, with the rows locked until the end of the transaction. */
  async lock(tx: Tx, keys: readonly BudgetKey[]): Promise<Map<string, number>> {
    const ordered = inOrder(keys);
    if (ordered.length === 0) return new Map();
    await tx.execute(
      'INSERT INTO coupons_budget (template_id, kind, day, store_id) VALUES ? ON DUPLICATE KEY UPDATE used = used',
      [ordered.map(valuesOf)],
    );
    return this.used(tx, ordered, ' FOR UPDATE');
  }

  async read(from: Queryable, keys: readonly BudgetKey[]): Promise<Map<string, number>> {
    const ordered = inOrder(keys);
    return ordered.length === 0 ? new Map() : this.used(from, ordered, '');
  }

  /** Counts `amount` more, unless that passes the limit: then false, and nothing is written. */
  async take(tx: Tx, key: BudgetKey, amount: number, limit: number | null): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE coupons_budget SET used = used + ? WHERE ${ONE} AND (? IS NULL OR used + ? <= ?)`,
      [amount, ...valuesOf(key), limit, amount, limit],
    );
    return written.affectedRows === 1;
  }

  /** What a use that was taken back gives to the budget of its own day and store. */
  async giveBack(tx: Tx, key: BudgetKey, amount: number): Promise<void> {
    const written = await tx.execute(`UPDATE coupons_budget SET used = used - ? WHERE ${ONE} AND used >= ?`, [
      amount,
      ...valuesOf(key),
      amount,
    ]);
    if (written.affectedRows !== 1) throw new Error(`budget ${keyText(key)} gets more back than was taken`);
  }

  private async used(from: Queryable, keys: readonly BudgetKey[], lock: string): Promise<Map<string, number>> {
    const rows = await from.query<UsedRow>(
      `${SELECT} ${keys.map(() => ONE).join(' OR ')} ORDER BY template_id, kind, day, store_id${lock}`,
      keys.flatMap(valuesOf),
    );
    return new Map(
      rows.map(({ template_id: templateId, kind, day, store_id: storeId, used }) => [
        keyText({ templateId, kind, day, storeId }),
        num(used),
      ]),
    );
  }
}

const valuesOf = ({ templateId, kind, day, storeId }: BudgetKey): string[] => [templateId, kind, day, storeId];

/** Each once, in the order of the table's key. */
export const inOrder = (keys: readonly BudgetKey[]): BudgetKey[] =>
  [...new Map(keys.map((key) => [keyText(key), key])).values()].sort(
    (a, b) =>
      byId(a.templateId, b.templateId) ||
      USE_KINDS.indexOf(a.kind) - USE_KINDS.indexOf(b.kind) ||
      (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
      byId(a.storeId, b.storeId),
  );
