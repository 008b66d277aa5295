import { type RuleSet, ruleSet } from '../judging/evaluate';
import type { JudgingRule } from '../judging/rule';

const MOST_SETS = 500;

/** Rule sets of the versions that traces name. Neighbours in a journal name the same ones, so a set is made once for many. */
export class RecordedSets {
  private readonly made = new Map<string, RuleSet>();
  private last: { readonly keys: ReadonlySet<string>; readonly set: RuleSet } | null = null;

  constructor(private readonly rules: ReadonlyMap<string, JudgingRule>) {}

  /** The first version that is not known; undefined: all are. */
  unknown(keys: readonly string[]): string | undefined {
    return keys.find((key) => !this.rules.has(key));
  }

  /** `keys`: each version once, all of them known. */
  of(keys: readonly string[]): RuleSet {
    if (this.last && this.last.keys.size === keys.length && keys.every((key) => this.last!.keys.has(key)))
      return this.last.set;
    const name = [...keys].sort().join(' ');
    const set = this.made.get(name) ?? ruleSet(keys.map((key) => this.rules.get(key)!));
    if (this.made.size >= MOST_SETS) this.made.clear();
    this.made.set(name, set);
    this.last = { keys: new Set(keys), set };
    return set;
  }
}
