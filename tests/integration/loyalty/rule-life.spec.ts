import { setTimeout as sleep } from 'node:timers/promises';
import { json, type Queryable, type Tx } from '@fanloop/platform';
import { evaluate, ruleSet } from '../../../libs/loyalty/src/rules/judging/evaluate';
import { limitsThen } from '../../../libs/loyalty/src/rules/judging/past-limits';
import { type JudgedTrace, unpackFacts } from '../../../libs/loyalty/src/rules/judging/trace';
import { JudgedVersions } from '../../../libs/loyalty/src/store/judged-versions';
import { ProgrammeRepository } from '../../../libs/loyalty/src/store/programme.repository';
import { RuleRepository, type StoredRule } from '../../../libs/loyalty/src/store/rule.repository';
import type { StoredVersion } from '../../../libs/loyalty/src/store/rule-versions';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { aPurchase, aRule, type Loyalty, loyaltyOn, MANAGER, type Twins } from './loyalty-on';

const RULES = 6;
const rate = (points: number) => ({ ...aRule, effect: { ...aRule.effect, points } as typeof aRule.effect });

/** Reads the rule without its lock and writes it without looking: the last decision wins, whatever was decided before. */
class UnguardedRules extends RuleRepository {
  private static turn = 0;

  /** Each waits for another while, so that now this and now that one of a pair writes last. */
  override async lock(tx: Tx, ruleId: string): Promise<StoredRule> {
    const rule = await this.one(tx, ruleId);
    UnguardedRules.turn += 1;
    await sleep(15 + (UnguardedRules.turn % 3) * 25);
    return rule;
  }

  override async apply(
    tx: Tx,
    rule: StoredRule,
    { life, versions }: Parameters<RuleRepository['apply']>[2],
  ): Promise<void> {
    await tx.execute('UPDATE loyalty_rule SET status = ?, version = ?, active_version = ? WHERE id = ?', [
      life.status,
      life.version,
      life.activeVersion,
      rule.ruleId,
    ]);
    for (const [version, state] of versions)
      await tx.execute('UPDATE loyalty_rule_version SET state = ? WHERE rule_id = ? AND version = ?', [
        state,
        rule.ruleId,
        version,
      ]);
  }
}

/** Explains the past by what the rules say today. */
class RulesOfToday extends RuleRepository {
  override async versionsOf(
    db: Queryable,
    named: readonly { readonly ruleId: string; readonly version: number }[],
  ): Promise<StoredVersion[]> {
    const today = new Map((await this.all(db)).map((rule) => [rule.ruleId, rule.newest]));
    return named.flatMap(({ ruleId, version }) => {
      const newest = today.get(ruleId);
      return newest ? [{ ...newest, version }] : [];
    });
  }
}

describe('the life of rules', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  const reset = (): Promise<void> => db.truncateAll();
  const twoProcesses = async (twins: Twins = {}): Promise<Loyalty[]> => [
    loyaltyOn(db.dataSource, clock, twins),
    loyaltyOn(await db.another(8), clock, twins),
  ];
  const unguarded = () => twoProcesses({ rules: (programmes: ProgrammeRepository) => new UnguardedRules(programmes) });

  const inReview = async (loyalty: Loyalty): Promise<string> => {
    const ruleId = await loyalty.draftRule.execute({ draft: aRule, actor: MANAGER });
    await loyalty.submitRule.execute({ ruleId, version: 1, actor: MANAGER });
    return ruleId;
  };
  const decide = (loyalty: Loyalty, ruleId: string, decision: 'approve' | 'reject', id = '22') =>
    loyalty.decideRule.execute({
      ruleId,
      version: 1,
      decision,
      note: '看过了',
      actor: { kind: 'staff', id },
      isOwner: false,
      approvers: 3,
    });

  it('of two decisions about one version one wins, and the other is told', async () => {
    await provesAbsent({
      reset,
      sound: () => twoProcesses(),
      broken: unguarded,
      scenario: async ([one, other]) => {
        const ids: string[] = [];
        for (let i = 0; i < RULES; i += 1) ids.push(await inReview(one!));
        const results = await Promise.all(
          ids.map((id) => Promise.allSettled([decide(one!, id, 'approve', '22'), decide(other!, id, 'reject', '23')])),
        );
        return results.flatMap((both, i) => {
          const won = both.filter(({ status }) => status === 'fulfilled').length;
          return won === 1 ? [] : [`rule ${ids[i]}: ${won} decisions took effect`];
        });
      },
    });
  });

  it('an approval never approves what was changed meanwhile', async () => {
    await provesAbsent({
      reset,
      sound: () => twoProcesses(),
      broken: unguarded,
      scenario: async ([one, other]) => {
        const ids: string[] = [];
        for (let i = 0; i < RULES; i += 1) ids.push(await inReview(one!));
        await Promise.all(
          ids.map((ruleId) =>
            Promise.allSettled([
              decide(one!, ruleId, 'approve'),
              other!.redraftRule.execute({ ruleId, draft: rate(9), actor: MANAGER, version: 1 }),
            ]),
          ),
        );
        // Whichever came first, the second version is a draft on top of what was decided, and nothing else.
        return (await one!.rules.all()).flatMap(({ ruleId, status, version, state, activeVersion }) => {
          const stands = `${status} ${activeVersion ?? '-'}/${version} ${state}`;
          return ['active 1/2 draft', 'draft -/2 draft'].includes(stands) ? [] : [`rule ${ruleId}: ${stands}`];
        });
      },
    });
  });

  it('L19 an edit of a rule never changes the past: each purchase is explained by the version that judged it', async () => {
    await provesAbsent({
      reset,
      sound: () => loyaltyOn(db.dataSource, clock),
      broken: () => loyaltyOn(db.dataSource, clock, { rules: (programmes) => new RulesOfToday(programmes) }),
      scenario: async (loyalty) => {
        const bonus = {
          ...aRule,
          name: '满百加赠',
          condition: { '>=': [{ var: 'amountFen' }, 10_000] },
          effect: { kind: 'fixed-points', points: 20 } as const,
        };
        await loyalty.createRule.execute({ draft: aRule, actor: MANAGER });
        const bonusId = await loyalty.createRule.execute({ draft: bonus, actor: MANAGER });
        await loyalty.earn(aPurchase({ amountFen: 3800 }), aPurchase({ amountFen: 10_000 }));
        const before = [await loyalty.explanation.execute('7001', 1), await loyalty.explanation.execute('7001', 2)];
        const easier = { ...bonus, name: '满三十加赠', condition: { '>=': [{ var: 'amountFen' }, 3000] } };
        await loyalty.reviseRule.execute({ ruleId: bonusId, draft: easier, actor: MANAGER });
        await loyalty.retireRule.execute({ ruleId: bonusId, actor: MANAGER });
        const after = [await loyalty.explanation.execute('7001', 1), await loyalty.explanation.execute('7001', 2)];
        return before.flatMap((one, i) =>
          JSON.stringify(one) === JSON.stringify(after[i]) ? [] : [`entry ${i + 1} is explained in another way`],
        );
      },
    });
  });

  it('L19 judging again from the facts and versions that an entry names gives the entry', async () => {
    const loyalty = loyaltyOn(db.dataSource, clock);
    await loyalty.install.execute();
    const group = { group: '节日', mode: 'best' } as const;
    const drafts = [
      { ...aRule, name: '茶饮加倍', effect: { kind: 'multiplier', percent: 200 } as const, stacking: group },
      {
        ...aRule,
        name: '加赠',
        effect: { kind: 'fixed-points', points: 60 } as const,
        stacking: group,
        caps: { ...aRule.caps, perDay: 70 },
      },
      {
        ...aRule,
        name: '限量',
        effect: { kind: 'fixed-points', points: 7 } as const,
        budget: { unit: 'points', total: 20, perStore: null } as const,
      },
    ];
    for (const draft of drafts) await loyalty.createRule.execute({ draft, actor: MANAGER });
    const amounts = [3800, 2500, 12_345, 990, 1, 100_000];
    await loyalty.earn(...amounts.map((amountFen, i) => aPurchase({ amountFen, ordinalOfMember: i + 1 })));
    const [rule] = await loyalty.rules.all();
    await loyalty.reviseRule.execute({ ruleId: rule!.ruleId, draft: rate(5), actor: MANAGER });
    await loyalty.earn(aPurchase({ amountFen: 4200 }));

    const versions = new JudgedVersions(new RuleRepository(new ProgrammeRepository()));
    const rows = await db.query<{ trace: string; points: number; pending: number; at: Date }>(
      "SELECT trace, points, pending, at FROM loyalty_entry WHERE kind = 'earn' ORDER BY id",
    );
    expect(rows).toHaveLength(7);
    for (const row of rows) {
      const trace = json<JudgedTrace>(row.trace);
      const set = ruleSet(await versions.of(loyalty.reader, trace));
      const again = evaluate(set, { facts: unpackFacts(trace.facts), at: row.at, limits: limitsThen(trace) });
      expect(again.points).toBe(row.points + row.pending);
      expect(again.steps).toEqual(trace.steps);
    }
  });

  it('tells what each rule gave in thirty days, and what its budget has lost, counting each entry once', async () => {
    const loyalty = loyaltyOn(db.dataSource, clock);
    const baseId = await loyalty.createRule.execute({ draft: aRule, actor: MANAGER });
    const giftId = await loyalty.createRule.execute({
      draft: {
        ...aRule,
        name: '加赠',
        effect: { kind: 'fixed-points', points: 7 },
        budget: { unit: 'points', total: 100, perStore: null },
      },
      actor: MANAGER,
    });
    const long = new Date('2026-05-01T04:00:00Z');
    await loyalty.earn(aPurchase({ occurredAt: long }), aPurchase(), aPurchase({ amountFen: 1000 }));
    const usage = async () =>
      Object.fromEntries((await loyalty.rules.all()).map((rule) => [rule.ruleId, rule.usage] as const));
    // Too fresh to be sure that no slower transaction comes before: counted two minutes later.
    expect(await loyalty.countRuleUse.execute()).toEqual({ entries: 0 });
    clock.advance({ minutes: 3 });
    await Promise.all([loyalty.countRuleUse.execute(), loyaltyOn(await db.another(2), clock).countRuleUse.execute()]);
    expect(await loyalty.countRuleUse.execute()).toEqual({ entries: 0 });
    expect(await usage()).toEqual({
      [baseId]: { points: 48, times: 2, budget: null },
      [giftId]: { points: 14, times: 2, budget: { unit: 'points', used: 21, total: 100 } },
    });
  });
});
