import { factInfo } from './fact-catalogue';
import { valuePhrase } from './fact-phrases';
import type { Facts } from './facts';
import type { Names } from './sentence-names';
import { spaced } from './spacing';

/** A fact with the value that the decision saw. */
export interface Seen {
  readonly label: string;
  readonly value: string;
}

const ALWAYS = ['channel', 'storeId', 'day', 'weekday', 'hour', 'tier', 'tags'] as const;
const OF_PURCHASES = ['amountFen', 'quantity', 'categories', 'ordinal'] as const;

/** What the rules saw, for people: the facts that most conditions ask for. */
export const seenFacts = (facts: Facts, names: Names): Seen[] => {
  const asked = [
    ...(facts.lines.length > 0 ? OF_PURCHASES : []),
    ...ALWAYS,
    ...(facts.holiday ? ['holiday' as const] : []),
  ];
  const seen = asked.map((name): Seen => {
    const info = factInfo(name)!;
    return { label: info.label, value: spaced(valuePhrase(info, facts[name], names)) };
  });
  const own = Object.entries(facts.event).map(
    ([label, value]): Seen => ({ label, value: value === null ? '无' : String(value) }),
  );
  return [...seen, ...own];
};
