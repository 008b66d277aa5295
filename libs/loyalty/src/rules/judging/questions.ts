import { type Eligible, eligibleOf, type Facts } from './facts';
import { QuickTest } from './quick-test';
import type { JudgingRule, LineFilter, Test } from './rule';
import { exclude, excludeAll, include, noRules, placesOf, type RuleBits } from './rule-bits';

/** A test, and the lines that it looks at. */
interface Question {
  readonly test: Test;
  readonly filter: LineFilter | null;
  /** Null: more than one comparison of a fact. */
  readonly quick: QuickTest | null;
  /** The number of the fact that `quick` compares. */
  readonly fact: number;
  /** The rules that need a yes to it. */
  readonly askers: RuleBits;
  /** Whether more than one asks it. */
  shared: boolean;
}

/** A fact by its path, as it is seen through a filter of lines. */
interface AskedFact {
  readonly path: readonly string[];
  readonly filter: LineFilter | null;
}

/** What the rules of a set ask of an event: prepared once, because all of it is looked at for every purchase. */
export interface Questionnaire {
  readonly questions: readonly Question[];
  readonly facts: readonly AskedFact[];
  /**
   * For each rule the numbers of its questions. Answers have no effects, so their order is free: what many rules ask comes first,
   * because one no ends them all.
   */
  readonly byRule: readonly (readonly number[])[];
}

/** Rules of one brand ask much the same (this tier, that weekday): equal questions get one number, and so do equal facts. */
class Register {
  readonly questions: Question[] = [];
  readonly facts: AskedFact[] = [];
  private readonly filters = new Map<string, LineFilter>();
  private readonly known = new Map<Test, Map<LineFilter | null, number>>();

  constructor(private readonly rules: number) {}

  /** The number of the question. */
  add(test: Test, rule: JudgingRule, place: number): number {
    const filter = this.filterOf(test, rule);
    const byFilter = this.known.get(test) ?? new Map<LineFilter | null, number>();
    this.known.set(test, byFilter);
    const number = byFilter.get(filter) ?? this.questions.push(this.question(test, filter)) - 1;
    byFilter.set(filter, number);
    include(this.questions[number]!.askers, place);
    return number;
  }

  /** The same object for equal filters; null for tests that do not look at lines of the rule's own. */
  private filterOf({ leaf }: Test, { readsEligible, draft: { lines } }: JudgingRule): LineFilter | null {
    if (!readsEligible || !lines || (leaf && !leaf.name.startsWith('eligible.'))) return null;
    const text = JSON.stringify(lines);
    if (!this.filters.has(text)) this.filters.set(text, lines);
    return this.filters.get(text)!;
  }

  private question(test: Test, filter: LineFilter | null): Question {
    const { leaf } = test;
    const askers = noRules(this.rules);
    if (!leaf || leaf.name === '') return { test, filter, quick: null, fact: -1, askers, shared: false };
    const path = leaf.name.split('.');
    const known = this.facts.findIndex((fact) => fact.filter === filter && fact.path.join('.') === leaf.name);
    const fact = known >= 0 ? known : this.facts.push({ path, filter }) - 1;
    return { test, filter, quick: new QuickTest(leaf), fact, askers, shared: false };
  }
}

export const questionnaireOf = (rules: readonly JudgingRule[]): Questionnaire => {
  const register = new Register(rules.length);
  const byRule = rules.map((rule, place) => {
    const { condition } = rule;
    const tests = condition === null ? [] : (condition.parts ?? [condition]);
    return tests.map((test) => register.add(test, rule, place));
  });
  const { questions, facts } = register;
  const askers = questions.map((question) => placesOf(question.askers).length);
  questions.forEach((question, number) => {
    question.shared = askers[number]! > 1;
  });
  for (const numbers of byRule) numbers.sort((a, b) => askers[b]! - askers[a]!);
  return { questions, facts, byRule };
};

const UNREAD = Symbol('unread');

/** The answers of one event: each question is asked once, and only while a rule still waits for it; each fact is read once. */
export class Answers {
  private readonly values: unknown[] = [];
  private readonly yes: Uint8Array;
  private sums: Map<LineFilter, Eligible> | null = null;

  constructor(
    private readonly asked: Questionnaire,
    private readonly facts: Facts,
  ) {
    this.yes = new Uint8Array(asked.questions.length);
    for (let i = asked.facts.length; i > 0; i -= 1) this.values.push(UNREAD);
  }

  /** Leaves of the rules those that hear yes to all that they ask. A no ends all rules that ask the same. */
  sift(rules: RuleBits): void {
    for (let word = 0; word < rules.length; word += 1)
      for (let left = rules[word]!; left !== 0; ) {
        const bit = left & -left;
        this.askFor(word * 32 + 31 - Math.clz32(bit), rules);
        // Rules above this one, as far as they are still in.
        left = rules[word]! & ~(bit | (bit - 1));
      }
  }

  private askFor(rule: number, rules: RuleBits): void {
    for (const number of this.asked.byRule[rule]!) {
      if (this.yes[number] === 1) continue;
      const question = this.asked.questions[number]!;
      if (!this.ask(question)) {
        if (question.shared) excludeAll(rules, question.askers);
        else exclude(rules, rule);
        return;
      }
      this.yes[number] = 1;
    }
  }

  private ask({ test, filter, quick, fact }: Question): boolean {
    return quick?.ask(this.value(fact)) ?? test.holds(this.through(filter));
  }

  private value(fact: number): unknown {
    const known = this.values[fact];
    if (known !== UNREAD) return known;
    const { path, filter } = this.asked.facts[fact]!;
    let value: unknown = filter ? { eligible: this.eligible(filter) } : this.facts;
    for (const name of path)
      value = value === null || value === undefined ? value : (value as Record<string, unknown>)[name];
    this.values[fact] = value;
    return value;
  }

  private through(filter: LineFilter | null): Facts {
    return filter ? { ...this.facts, eligible: this.eligible(filter) } : this.facts;
  }

  private eligible(filter: LineFilter): Eligible {
    this.sums ??= new Map();
    let sums = this.sums.get(filter);
    if (!sums) {
      sums = eligibleOf(this.facts.lines, filter);
      this.sums.set(filter, sums);
    }
    return sums;
  }
}
