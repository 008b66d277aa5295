import type { MemberId } from '@fanloop/kernel';
import { jsonOrNull, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { evaluate, ruleSet } from '../rules/judging/evaluate';
import { type Explained, explain } from '../rules/judging/explain';
import { type Hint, hintOf } from '../rules/judging/hint';
import { limitsThen } from '../rules/judging/past-limits';
import type { JudgingRule } from '../rules/judging/rule';
import { type Seen, seenFacts } from '../rules/judging/seen';
import type { Names } from '../rules/judging/sentence-names';
import { isJudged, type JudgedTrace, unpackFacts } from '../rules/judging/trace';
import type { Entry } from '../rules/ledger/account';
import { lotLines } from '../rules/ledger/lot-lines';
import { holdsNow } from '../store/condition-engine';
import { type EntryRow, toEntry } from '../store/journal.repository';
import { JudgedVersions } from '../store/judged-versions';
import { type EntryView, toEntryView } from './entries.read';
import { type OtherNames, RuleWords } from './rule-words';
import { TouchedLotsRead } from './touched-lots.read';

export interface EntryExplanation {
  readonly entry: EntryView;
  /** What the rules knew; empty where no rule was asked. */
  readonly seen: readonly Seen[];
  /** Every rule that was asked, as the version that judged it. */
  readonly rules: readonly Explained[];
  /** What became of the points: until when they count, or which ones were used. */
  readonly lots: readonly string[];
  /** The threshold that was just missed. */
  readonly hint: Hint | null;
}

/** Why an entry of the journal is what it is: from the facts it kept and the versions of the rules that judged it. */
@Injectable()
export class EntryExplanationRead {
  constructor(
    private readonly reader: Reader,
    private readonly versions: JudgedVersions,
    private readonly lots: TouchedLotsRead,
    private readonly words: RuleWords,
  ) {}

  async execute(memberId: MemberId, seq: number, others: OtherNames = {}): Promise<EntryExplanation | null> {
    const row = await this.reader.one<EntryRow>('SELECT * FROM loyalty_entry WHERE member_id = ? AND seq = ?', [
      memberId,
      seq,
    ]);
    if (!row) return null;
    const entry = toEntry(row);
    const base = { entry: toEntryView(entry), lots: lotLines(entry.kind, await this.lots.execute(entry)) };
    const trace = jsonOrNull<unknown>(entry.trace);
    if (!isJudged(trace)) return { ...base, seen: [], rules: [], hint: null };
    const names = await this.words.names(this.reader, others);
    return { ...base, ...explained(trace, entry, await this.versions.of(this.reader, trace), names) };
  }
}

const explained = (trace: JudgedTrace, entry: Entry, rules: readonly JudgingRule[], names: Names) => {
  const facts = unpackFacts(trace.facts);
  const set = ruleSet(rules);
  const limits = limitsThen(trace);
  const points = entry.points + entry.pending;
  const sure = new Set(rules.filter((rule) => trace.limits[rule.key] || !isLimited(rule)).map(({ key }) => key));
  const hint = hintOf(set, { ...trace, points }, facts, (more) => {
    const again = evaluate(set, { facts: more, at: entry.at, limits });
    // What a cap or a budget had left then is only known of rules that came so far: nothing is promised of the others.
    return { points: again.points, steps: again.steps.filter(({ rule }) => sure.has(rule)) };
  });
  return { seen: seenFacts(facts, names), rules: explain(trace, facts, { rules, holds: holdsNow, names }), hint };
};

const isLimited = ({ draft: { caps, budget } }: JudgingRule): boolean =>
  budget !== null || Object.values(caps).some((limit) => limit !== null);
