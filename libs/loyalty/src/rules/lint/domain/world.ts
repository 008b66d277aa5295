import { FACT_CATALOGUE, type FactInfo, factInfo } from '../../judging/fact-catalogue';
import type { Scalar } from '../../judging/facts';
import type { LineFilter, RuleTrigger } from '../../judging/rule';
import type { Names } from '../../judging/sentence-names';
import { HOLIDAY_NAMES, type LintInput } from '../model/lint-input';
import { type Domain, list, noneOf, numbers, oneOf } from './domain';

/** What is known of the brand, and thereby which values facts can have at all. Null: not known, everything is possible. */
export interface World {
  readonly tiers: ReadonlySet<string>;
  readonly tags: ReadonlySet<string> | null;
  readonly stores: ReadonlySet<string> | null;
  readonly holidays: ReadonlySet<string>;
  readonly names: Names;
}

export const worldOf = ({ tiers, knownTags, knownStores, knownHolidays, names }: LintInput): World => ({
  tiers: new Set(tiers.map(({ code }) => code)),
  tags: knownTags ? new Set(knownTags) : null,
  stores: knownStores ? new Set(knownStores) : null,
  holidays: new Set(knownHolidays ?? HOLIDAY_NAMES),
  names: { ...names, tiers: names?.tiers ?? new Map(tiers.map(({ code, name }) => [code, name])) },
});

/** Whose condition is looked at: what it sees depends on its trigger and on its line filter. */
export interface Viewer {
  readonly trigger: RuleTrigger;
  readonly lines: LineFilter | null;
}

/** Purchases may be weighed: 0.5 kg. All other numbers are whole. */
const BROKEN = ['quantity', 'eligible.quantity'];
export const isWholeFact = (name: string): boolean => !BROKEN.includes(name) && !name.startsWith('event.');

/** An event's fact as the number that comparisons with numbers make of it: `event.score#`. */
export const eventNumber = (name: string): string => `${name}#`;
const isEventNumber = (name: string): boolean => name.endsWith('#');

const KNOWN = new Map(FACT_CATALOGUE.map((info) => [info.name, info]));

/** All values that a fact can have. */
export const everyValue = (name: string, world: World, { trigger }: Viewer): Domain => {
  const info = KNOWN.get(name) ?? factInfo(name);
  if (isEventNumber(name)) return span(null, null);
  // Who joins in this moment has been a member for no day, or for one when midnight lies between.
  if (name === 'daysAsMember' && trigger === 'sign-up') return span(0, 1);
  switch (info?.type) {
    case 'number':
    case 'money':
      return span(info.range?.[0] ?? null, info.range?.[1] ?? null);
    case 'yes-no':
      return oneOf([true, false]);
    case 'day':
    case 'month-day':
      return { kind: 'dates', set: [{ low: null, lowOpen: false, high: null, highOpen: false }] };
    case 'list':
      return list([], [], name === 'tags' ? world.tags : null);
    default:
      return textValues(name, info, world);
  }
};

const span = (low: number | null, high: number | null): Domain =>
  numbers([{ low, lowOpen: false, high, highOpen: false }]);

const textValues = (name: string, info: FactInfo | null, world: World): Domain => {
  const orNull = (values: ReadonlySet<Scalar>): Domain => oneOf([...values, null]);
  if (name === 'tier') return orNull(world.tiers);
  if (name === 'holiday') return orNull(world.holidays);
  if (name === 'storeId' && world.stores) return orNull(world.stores);
  if (info?.choices) return oneOf(info.choices.map(([value]) => value));
  return noneOf([]);
};

/**
 * The name under which conditions of different rules share a fact. `eligible.…` is a rule's own: the same for rules with
 * the same line filter, and the whole basket's without one.
 */
export const sharedName = (name: string, { lines }: Viewer): string => {
  if (!name.startsWith('eligible.')) return name;
  if (lines) return `${name}@${filterKey(lines)}`;
  return name === 'eligible.lines' ? name : name.slice('eligible.'.length);
};

export const filterKey = ({ categories, skus, except }: LineFilter): string =>
  JSON.stringify([[...categories].sort(), [...skus].sort(), except]);
