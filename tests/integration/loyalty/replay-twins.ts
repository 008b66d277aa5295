import type { ReplayEntry } from '../../../libs/loyalty/src/rules/replay/entries';
import { JournalEntries } from '../../../libs/loyalty/src/store/journal-entries';
import { RuleRepository } from '../../../libs/loyalty/src/store/rule.repository';
import { CountPast } from '../../../libs/loyalty/src/use-cases/replay/count-past';
import { PlayJournal } from '../../../libs/loyalty/src/use-cases/replay/play-journal';

/** Replays as others do them: from the first day on, as if nothing had been before. */
export class ReplayWithoutPast extends PlayJournal {
  protected override past(...args: Parameters<PlayJournal['past']>): CountPast {
    const past = super.past(...args);
    past.members = async () => undefined;
    return past;
  }
}

/** Purchases alone: refunds free no caps and no budgets. */
export class ReplayWithoutRefunds extends PlayJournal {
  protected override entries(...args: Parameters<PlayJournal['entries']>): JournalEntries {
    const entries = super.entries(...args);
    const all = entries.of.bind(entries);
    entries.of = async (rows): Promise<ReplayEntry[]> => (await all(rows)).filter(({ kind }) => kind === 'earned');
    return entries;
  }
}

/** Keeps one text per rule, and changes it. */
export class RulesWithoutVersions extends RuleRepository {
  override async insertVersion(
    ...[tx, ruleId, version, draft, change]: Parameters<RuleRepository['insertVersion']>
  ): Promise<void> {
    await tx.execute('UPDATE loyalty_rule_version SET draft = ? WHERE rule_id = ?', [JSON.stringify(draft), ruleId]);
    await super.insertVersion(tx, ruleId, version, draft, change);
  }
}
