import { eligibleOf, type Facts } from './facts';
import type { JudgingRule, LineFilter, Test } from './rule';

/** A rule with what it asks of an event: prepared once per set, because it is asked for every purchase. */
export interface AskedRule {
  readonly rule: JudgingRule;
  /** Its validity in milliseconds, half-open. */
  readonly from: number;
  readonly until: number;
  /** Numbers of the questions that must all be answered with yes. */
  readonly questions: readonly number[];
}

/** A test, and the lines that it looks at. */
interface Question {
  readonly test: Test;
  readonly filter: LineFilter | null;
}

export interface Questionnaire {
  readonly rules: readonly AskedRule[];
  readonly questions: readonly Question[];
}

/** Rules of one brand ask much the same (this tier, that weekday): equal questions get one number. Answers have no effects, so
 * their order is free. */
export const questionnaireOf = (rules: readonly JudgingRule[]): Questionnaire => {
  const questions: Question[] = [];
  const filters = new Map<string, LineFilter>();
  const numbers = new Map<Test, Map<LineFilter | null, number>>();
  const numberOf = (test: Test, filter: LineFilter | null): number => {
    const known = numbers.get(test) ?? new Map<LineFilter | null, number>();
    numbers.set(test, known);
    const number = known.get(filter) ?? questions.push({ test, filter }) - 1;
    known.set(filter, number);
    return number;
  };
  /** The same object for equal filters. */
  const filterOf = ({ readsEligible, draft: { lines } }: JudgingRule): LineFilter | null => {
    if (!readsEligible || !lines) return null;
    const text = JSON.stringify(lines);
    if (!filters.has(text)) filters.set(text, lines);
    return filters.get(text)!;
  };
  const askedBy: number[] = [];
  const asked = rules.map((rule): AskedRule & { questions: number[] } => {
    const { condition, valid } = rule;
    const tests = condition === null ? [] : (condition.parts ?? [condition]);
    const own = tests.map((test) => numberOf(test, filterOf(rule)));
    for (const number of own) askedBy[number] = (askedBy[number] ?? 0) + 1;
    return {
      rule,
      from: valid.from?.getTime() ?? Number.NEGATIVE_INFINITY,
      until: valid.until?.getTime() ?? Number.POSITIVE_INFINITY,
      questions: own,
    };
  });
  // What many rules ask is asked first: its answer is known by then, and most rules end there.
  for (const { questions: own } of asked) own.sort((a, b) => askedBy[b]! - askedBy[a]!);
  return { rules: asked, questions };
};

const UNKNOWN = 0;
const YES = 1;
const NO = 2;

/** The answers of one event: each question is asked when a rule first needs it, and once. */
export class Answers {
  private readonly known: Uint8Array;
  private readonly seen = new Map<LineFilter, Facts>();

  constructor(
    private readonly questions: readonly Question[],
    private readonly facts: Facts,
  ) {
    this.known = new Uint8Array(questions.length);
  }

  allYes(numbers: readonly number[]): boolean {
    for (const number of numbers) {
      const known = this.known[number];
      if (known === NO || (known === UNKNOWN && !this.ask(number))) return false;
    }
    return true;
  }

  private ask(number: number): boolean {
    const { test, filter } = this.questions[number]!;
    const yes = test.holds(filter ? this.seenThrough(filter) : this.facts);
    this.known[number] = yes ? YES : NO;
    return yes;
  }

  private seenThrough(filter: LineFilter): Facts {
    let facts = this.seen.get(filter);
    if (!facts) {
      facts = { ...this.facts, eligible: eligibleOf(this.facts.lines, filter) };
      this.seen.set(filter, facts);
    }
    return facts;
  }
}
