import { eligibleOf, type Facts } from './facts';
import { QuickTest } from './quick-test';
import type { JudgingRule, LineFilter, Test } from './rule';

/** A test, and the lines that it looks at. */
interface Question {
  readonly test: Test;
  readonly filter: LineFilter | null;
  /** Null: more than one comparison of a fact. */
  readonly quick: QuickTest | null;
  /** The number of the fact that `quick` compares. */
  readonly fact: number;
}

/** A fact by its path, as it is seen through a filter of lines. */
interface AskedFact {
  readonly path: readonly string[];
  readonly filter: LineFilter | null;
}

/** What rules ask of an event, prepared once per set, because all of it is asked for every purchase. */
export interface Questionnaire {
  /** For each rule the numbers of the questions that must all be answered with yes, one rule after the other. */
  readonly numbers: Uint32Array;
  /** Where the numbers of each rule begin; one more than there are rules. */
  readonly starts: Uint32Array;
  readonly questions: readonly Question[];
  readonly facts: readonly AskedFact[];
}

/** Rules of one brand ask much the same (this tier, that weekday): equal questions get one number, and so do equal facts. */
class Register {
  readonly questions: Question[] = [];
  readonly facts: AskedFact[] = [];
  private readonly filters = new Map<string, LineFilter>();
  private readonly numbers = new Map<Test, Map<LineFilter | null, number>>();

  numberOf(test: Test, filter: LineFilter | null): number {
    const known = this.numbers.get(test) ?? new Map<LineFilter | null, number>();
    this.numbers.set(test, known);
    const number = known.get(filter) ?? this.questions.push(this.question(test, filter)) - 1;
    known.set(filter, number);
    return number;
  }

  /** The same object for equal filters; null for rules that do not look at lines of their own. */
  filterOf({ readsEligible, draft: { lines } }: JudgingRule): LineFilter | null {
    if (!readsEligible || !lines) return null;
    const text = JSON.stringify(lines);
    if (!this.filters.has(text)) this.filters.set(text, lines);
    return this.filters.get(text)!;
  }

  private question(test: Test, filter: LineFilter | null): Question {
    const { leaf } = test;
    if (!leaf || leaf.name === '') return { test, filter, quick: null, fact: -1 };
    const path = leaf.name.split('.');
    const own = path[0] === 'eligible' ? filter : null;
    const known = this.facts.findIndex((fact) => fact.filter === own && fact.path.join('.') === leaf.name);
    const fact = known >= 0 ? known : this.facts.push({ path, filter: own }) - 1;
    return { test, filter, quick: new QuickTest(leaf), fact };
  }
}

/** Answers have no effects, so their order is free: what many rules ask is asked first, and most rules end there. */
export const questionnaireOf = (rules: readonly JudgingRule[]): Questionnaire => {
  const register = new Register();
  const askedBy: number[] = [];
  const asked = rules.map((rule) => {
    const { condition } = rule;
    const tests = condition === null ? [] : (condition.parts ?? [condition]);
    const numbers = tests.map((test) => register.numberOf(test, register.filterOf(rule)));
    for (const number of numbers) askedBy[number] = (askedBy[number] ?? 0) + 1;
    return numbers;
  });
  const starts = [0];
  for (const numbers of asked) {
    numbers.sort((a, b) => askedBy[b]! - askedBy[a]!);
    starts.push(starts.at(-1)! + numbers.length);
  }
  const { questions, facts } = register;
  return { numbers: Uint32Array.from(asked.flat()), starts: Uint32Array.from(starts), questions, facts };
};

const UNKNOWN = 0;
const YES = 1;
const NO = 2;
const UNREAD = Symbol('unread');

/** The answers of one event: each question is asked when a rule first needs it, and once; each fact is read once. */
export class Answers {
  private readonly known: Uint8Array;
  private readonly values: unknown[];
  private readonly seen = new Map<LineFilter, Facts>();

  constructor(
    private readonly asked: Questionnaire,
    private readonly facts: Facts,
  ) {
    this.known = new Uint8Array(asked.questions.length);
    this.values = new Array<unknown>(asked.facts.length).fill(UNREAD);
  }

  /** Whether the rule with this place in the set hears yes to all that it asks. */
  allYes(rule: number): boolean {
    const { numbers, starts } = this.asked;
    for (let i = starts[rule]!; i < starts[rule + 1]!; i += 1) {
      const number = numbers[i]!;
      const known = this.known[number];
      if (known === NO || (known === UNKNOWN && !this.ask(number))) return false;
    }
    return true;
  }

  private ask(number: number): boolean {
    const { test, filter, quick, fact } = this.asked.questions[number]!;
    const quickly = quick?.ask(this.value(fact));
    const yes = quickly ?? test.holds(this.through(filter));
    this.known[number] = yes ? YES : NO;
    return yes;
  }

  private value(fact: number): unknown {
    const known = this.values[fact];
    if (known !== UNREAD) return known;
    const { path, filter } = this.asked.facts[fact]!;
    let value: unknown = this.through(filter);
    for (const name of path) value = value === null || value === undefined ? value : Reflect.get(Object(value), name);
    this.values[fact] = value;
    return value;
  }

  private through(filter: LineFilter | null): Facts {
    if (!filter) return this.facts;
    let facts = this.seen.get(filter);
    if (!facts) {
      facts = { ...this.facts, eligible: eligibleOf(this.facts.lines, filter) };
      this.seen.set(filter, facts);
    }
    return facts;
  }
}
