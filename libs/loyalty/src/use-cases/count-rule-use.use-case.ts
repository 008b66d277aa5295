import { addMs, type Clock, type Points } from '@fanloop/kernel';
import { CLOCK, json, num, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { isJudged } from '../rules/judging/trace';

const BATCH = 2000;
const MOST_BATCHES = 50;
/** An entry gets its number before its transaction ends: only what was written longer ago has surely all arrived. */
const SETTLED_MS = 120_000;

interface EntryRow {
  id: string;
  trace: string | null;
  kind: string;
  recorded_at: Date;
}

/**
 * Counts what each rule gave, by day, from the journal: a moment later than the till, so that no purchase waits for a row
 * that all purchases would change. Goes on where it stopped; two at once count nothing twice.
 */
@Injectable()
export class CountRuleUse {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<{ entries: number }> {
    let entries = 0;
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const counted = await this.unitOfWork.run((tx) => this.countNext(tx));
      entries += counted;
      if (counted < BATCH) break;
    }
    return { entries };
  }

  private async countNext(tx: Tx): Promise<number> {
    const [mark] = await tx.query<{ entry_id: string }>(
      'SELECT entry_id FROM loyalty_rule_use_mark WHERE id = 1 FOR UPDATE',
    );
    const rows = await tx.query<EntryRow>(
      'SELECT id, kind, trace, recorded_at FROM loyalty_entry WHERE id > ? ORDER BY id LIMIT ?',
      [mark?.entry_id ?? '0', BATCH],
    );
    const settled = addMs(this.clock.now(), -SETTLED_MS);
    const open = rows.findIndex((row) => row.recorded_at > settled);
    const counted = open < 0 ? rows : rows.slice(0, open);
    if (counted.length === 0) return 0;
    const uses = usesOf(counted);
    if (uses.length > 0)
      await tx.execute(
        `INSERT INTO loyalty_rule_use (rule_id, day, points, times) VALUES ?
         ON DUPLICATE KEY UPDATE points = points + VALUES(points), times = times + VALUES(times)`,
        [uses],
      );
    await tx.execute(
      'INSERT INTO loyalty_rule_use_mark (id, entry_id) VALUES (1, ?) ON DUPLICATE KEY UPDATE entry_id = VALUES(entry_id)',
      [counted.at(-1)!.id],
    );
    return counted.length;
  }
}

/** [rule, day, points, times] in a fixed order, so that two counts never lock rows crosswise. */
const usesOf = (rows: readonly EntryRow[]): (readonly [string, string, Points, number])[] => {
  const uses = new Map<string, readonly [string, string, Points, number]>();
  for (const { kind, trace } of rows) {
    const judged = kind === 'earn' && trace !== null ? json<unknown>(trace) : null;
    if (!isJudged(judged)) continue;
    for (const step of judged.steps) {
      const [ruleId = '0'] = step.rule.split('.');
      const key = `${ruleId} ${judged.day}`;
      const [, , points, times] = uses.get(key) ?? [ruleId, judged.day, 0, 0];
      uses.set(key, [ruleId, judged.day, points + step.points, times + 1]);
    }
  }
  return [...uses.values()].sort((a, b) => num(a[0]) - num(b[0]) || (a[1] < b[1] ? -1 : 1));
};
