import { jsonOrNull, type Queryable } from '@fanloop/platform';
import { isJudged, type JudgedTrace } from '../rules/judging/trace';
import type { Entry } from '../rules/ledger/account';
import type { BadRow } from '../rules/ledger/proof';
import { contradictionOf, type JudgedEntry, versionsOf } from '../rules/replay/recompute';
import { RecordedSets } from '../rules/replay/recorded-sets';
import { NamedVersions } from '../store/named-versions';

interface Traced extends JudgedEntry {
  readonly entry: Entry;
  readonly versions: readonly string[];
}

/**
 * Judges earned entries once more by their traces, and compares. Each version is read and compiled once for all entries that one
 * of these is shown.
 */
export class ProveTraces {
  /** Entries that came out again. */
  checked = 0;
  /** Entries of the time before decisions kept their facts: they cannot be judged once more. */
  older = 0;
  private readonly versions = new NamedVersions();
  private readonly sets = new RecordedSets(this.versions.known);

  constructor(private readonly db: Queryable) {}

  /** The first of them that says something else than its rules do. Entries of other kinds are passed over. */
  async check(entries: readonly Entry[]): Promise<BadRow | null> {
    const traced: Traced[] = [];
    for (const entry of entries) {
      if (entry.kind !== 'earn') continue;
      const trace = jsonOrNull<JudgedTrace | object>(entry.trace);
      if (!isJudged(trace)) this.older += 1;
      else
        traced.push({
          entry,
          trace,
          at: entry.at,
          points: entry.points + entry.pending,
          versions: versionsOf(trace),
        });
    }
    await this.versions.load(
      this.db,
      traced.flatMap(({ versions }) => versions),
    );
    for (const one of traced) {
      const problem = this.problemOf(one);
      if (problem)
        return {
          table: 'loyalty_entry',
          memberId: one.entry.memberId,
          number: one.entry.seq,
          problem: `its trace does not give it: ${problem}`,
        };
      this.checked += 1;
    }
    return null;
  }

  private problemOf(entry: Traced): string | null {
    const unknown = this.sets.unknown(entry.versions);
    if (unknown !== undefined) return `version ${unknown} does not exist`;
    return contradictionOf(entry, this.sets.of(entry.versions));
  }
}
