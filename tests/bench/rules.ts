import { BusinessCalendar } from '@fanloop/platform';
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import { evaluate, type RuleSet, ruleSet } from '../../libs/loyalty/src/rules/judging/evaluate';
import { eligibleOf, type Facts } from '../../libs/loyalty/src/rules/judging/facts';
import { NO_LIMITS } from '../../libs/loyalty/src/rules/judging/limits';
import { purchaseFacts } from '../../libs/loyalty/src/rules/judging/make-facts';
import type { LineFilter } from '../../libs/loyalty/src/rules/judging/rule';
import { packFacts } from '../../libs/loyalty/src/rules/judging/trace';
import { BrandTime } from '../../libs/loyalty/src/store/brand-time';
import { toJudging } from '../../libs/loyalty/src/store/condition-engine';
import { type Sale, saleOf } from '../support/baskets';
import { type BookRule, type Leaf, ruleBook } from '../support/rule-book';
import { seededCounts } from '../support/seeded-counts';
import { type BenchRow, drive, driveAlone, inTurn } from './figures';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3);
const SEED = 20_261;
const SALES = 512;

/**
 * The decision for a purchase of five lines, facts and trace included, in one process, beside what only asks the same conditions:
 * bare compiled JsonLogic, which neither counts, stacks, caps nor explains; and json-rules-engine, the usual choice in Node.
 */
export const benchRules = async (): Promise<BenchRow[]> => {
  const book = ruleBook(200, SEED);
  const large = ruleBook(1000, SEED);
  const sales = salesOf();
  const rows: BenchRow[] = [];
  rows.push({
    name: 'decision, 200 rules: compiled logic',
    ...(await inTurn(
      () => decisions(book, sales),
      () => bareLogic(book, sales),
    )),
    aim: 1,
    least: 0.5,
  });
  rows.push({
    name: 'decision, 200 rules: rules engine',
    ...(await inTurn(
      () => decisions(book, sales),
      () => rulesEngine(book, sales),
    )),
    aim: 300,
    least: 200,
  });
  rows.push({
    name: 'decision, 1,000 rules: compiled',
    ...(await inTurn(
      () => decisions(large, sales),
      () => bareLogic(large, sales),
    )),
    aim: 1,
    least: 0.5,
  });
  return rows;
};

const time = new BrandTime(new BusinessCalendar('Asia/Shanghai'));

const salesOf = (): Sale[] => {
  const count = seededCounts(SEED);
  return Array.from({ length: SALES }, () => saleOf(count));
};

/** Calls one after another in one process: what one core decides. */
const alone = async (call: (n: number) => unknown) => driveAlone(SECONDS, call);

const decisions = (book: readonly BookRule[], sales: readonly Sale[]) => {
  const set = setOf(book);
  return alone((n) => decide(set, sales[n % sales.length]!));
};

const setOf = (book: readonly BookRule[]): RuleSet =>
  ruleSet(book.map(({ draft }, i) => toJudging(String(i + 1), 1, draft)));

/** What the till does for a purchase, without the database. */
const decide = (set: RuleSet, { basket, shopper, at }: Sale) => {
  const facts = factsOf({ basket, shopper, at });
  return { ...evaluate(set, { facts, at, limits: NO_LIMITS }), facts: packFacts(facts) };
};

const factsOf = ({ basket, shopper, at }: Sale): Facts => purchaseFacts(basket, shopper, time.local(at));

const bareLogic = (book: readonly BookRule[], sales: readonly Sale[]) => {
  const engine = new LogicEngine();
  const asks = book.map(({ draft }) => engine.build(draft.condition as never) as (facts: object) => unknown);
  const facts = sales.map(factsOf);
  let held = 0;
  return alone((n) => {
    const of = facts[n % facts.length]!;
    for (const ask of asks) if (ask(of)) held += 1;
    return held;
  });
};

const OPERATORS: Readonly<Record<Leaf['operator'], string>> = {
  '>=': 'greaterThanInclusive',
  '==': 'equal',
  in: 'in',
  contains: 'contains',
};

const rulesEngine = (book: readonly BookRule[], sales: readonly Sale[]) => {
  const engine = new Engine(
    book.map(({ leaves, draft }) => ({
      conditions: { all: leaves.map((leaf) => conditionOf(leaf, draft.lines)) },
      event: { type: draft.name },
    })),
  );
  engine.addFact('eligible', async ({ lines }, almanac) =>
    eligibleOf(await almanac.factValue('lines'), lines as LineFilter),
  );
  const facts = sales.map(factsOf).map(({ eligible: _, ...rest }) => rest);
  return drive(1, SECONDS, async (_, n) => {
    await engine.run({ ...facts[n % facts.length]! });
  });
};

/** A nested fact is a path into the fact of its first name; a sum over the lines of a rule is a computed fact with parameters. */
const conditionOf = ({ fact, operator, value }: Leaf, lines: LineFilter | null) => {
  const [name = fact, ...path] = fact.split('.');
  return {
    fact: name,
    operator: OPERATORS[operator],
    value,
    ...(path.length > 0 ? { path: `$.${path.join('.')}` } : {}),
    ...(name === 'eligible' && lines ? { params: { lines } } : {}),
  };
};
