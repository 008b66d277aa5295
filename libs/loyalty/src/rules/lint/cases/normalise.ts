import { conditionText } from '../../judging/condition-text';
import { type Atom, bareAtom, comparisonAtom, containsAtom, memberAtom, opaqueAtom, varName } from '../domain/atoms';
import { isEmpty, meet } from '../domain/domain';
import { type Comparison, mirrored, negated } from '../domain/intervals';
import { everyValue, sharedName, type Viewer, type World } from '../domain/world';
import { type Case, type Conflict, EVERYTHING, isConflict, meetCases } from './case';

/** A condition with more cases than this is not looked into: the answer is "unknown". */
const MOST_CASES = 200;

/** The ways in which a condition can hold (or fail), and what kept others from being one. */
export interface Normal {
  /** Null: too many to look at. Empty: there is no way. */
  readonly cases: readonly Case[] | null;
  readonly conflicts: readonly Conflict[];
  /** Nothing in the condition can throw, whatever the facts are. */
  readonly total: boolean;
}

/**
 * Disjunctive normal form over the values of facts. What is not understood (arithmetic, reduce, fact against fact) becomes a
 * part that may hold or not, so that nothing false is concluded from it.
 */
export const normalise = (tree: unknown, holds: boolean, world: World, viewer: Viewer): Normal => {
  const work = new Normaliser(world, viewer);
  try {
    const cases = work.cases(tree, holds);
    return { cases, conflicts: work.conflicts, total: work.total };
  } catch (error) {
    if (error instanceof TooManyCases) return { cases: null, conflicts: [], total: false };
    throw error;
  }
};

class TooManyCases extends Error {}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '==': '==',
  '===': '==',
  '!=': '!=',
  '!==': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

class Normaliser {
  readonly conflicts: Conflict[] = [];
  total = true;

  constructor(
    private readonly world: World,
    private readonly viewer: Viewer,
  ) {}

  cases(tree: unknown, holds: boolean): Case[] {
    if (typeof tree === 'boolean' || tree === null)
      return tree === holds || (tree === null && !holds) ? [EVERYTHING] : [];
    if (typeof tree !== 'object' || Array.isArray(tree)) return this.opaque(tree, holds);
    const [operator = '', operand] = Object.entries(tree)[0] ?? [];
    const parts: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
    switch (operator) {
      case 'and':
      case 'or':
        if (!Array.isArray(operand)) return this.opaque(tree, holds);
        if (parts.length === 0) return holds ? [] : [EVERYTHING];
        return (operator === 'and') === holds ? this.all(parts, holds) : this.any(parts, holds);
      case '!':
      case '!!':
        return parts.length === 1 ? this.cases(parts[0], (operator === '!!') === holds) : this.opaque(tree, holds);
      case 'if':
      case '?:':
        return parts.length >= 2 ? this.branches(parts, holds) : this.opaque(tree, holds);
      default:
        return this.leaf(tree, operator, parts, holds);
    }
  }

  private any(parts: readonly unknown[], holds: boolean): Case[] {
    return bounded(parts.flatMap((part) => this.cases(part, holds)));
  }

  private all(parts: readonly unknown[], holds: boolean): Case[] {
    return parts.reduce<Case[]>((left, part) => this.product(left, this.cases(part, holds)), [EVERYTHING]);
  }

  private product(left: readonly Case[], right: readonly Case[]): Case[] {
    const found: Case[] = [];
    for (const one of left)
      for (const other of right) {
        const both = meetCases(one, other);
        if (isConflict(both)) this.conflicts.push(both);
        else found.push(both);
        bounded(found);
      }
    return found;
  }

  /** if c then a, else if d then b, else e: (c and a) or (not c and (…)). */
  private branches(parts: readonly unknown[], holds: boolean): Case[] {
    const [condition, then, ...rest] = parts;
    if (parts.length === 1) return this.cases(condition, holds);
    if (parts.length === 0) return this.cases(null, holds);
    return bounded([
      ...this.product(this.cases(condition, true), this.cases(then, holds)),
      ...this.product(this.cases(condition, false), this.branches(rest, holds)),
    ]);
  }

  private leaf(tree: unknown, operator: string, parts: readonly unknown[], holds: boolean): Case[] {
    const name = varName(tree);
    const bare = name === null ? null : bareAtom(name);
    if (bare) return this.atom(bare, tree, holds);
    const comparison = COMPARISONS[operator];
    if (comparison && parts.length > 2) return this.chain(operator, parts, holds);
    if (comparison && parts.length === 2) return this.comparison(tree, comparison, operator.length === 3, parts, holds);
    const atom = operator === 'in' && parts.length === 2 ? this.membership(parts) : null;
    return atom ? this.atom(atom, tree, holds) : this.opaque(tree, holds);
  }

  /** `a <= x <= b` asks each pair of neighbours. */
  private chain(operator: string, parts: readonly unknown[], holds: boolean): Case[] {
    const pairs = parts.slice(1).map((part, i) => ({ [operator]: [parts[i], part] }));
    return holds ? this.all(pairs, true) : this.any(pairs, false);
  }

  private comparison(
    tree: unknown,
    comparison: Comparison,
    strict: boolean,
    parts: readonly unknown[],
    holds: boolean,
  ): Case[] {
    const [left, right] = parts;
    const [leftName, rightName] = [varName(left), varName(right)];
    if (isPlain(left) && isPlain(right)) {
      const answer = constantAnswer(comparison, strict, left, right);
      return answer === null ? this.opaque(tree, holds) : this.cases(answer, holds);
    }
    const atom =
      leftName !== null
        ? isPlain(right)
          ? comparisonAtom(leftName, comparison, strict, right)
          : null
        : rightName !== null && isPlain(left)
          ? comparisonAtom(rightName, mirrored(comparison), strict, left)
          : null;
    return atom ? this.atom(atom, tree, holds) : this.opaque(tree, holds);
  }

  private membership([item, container]: readonly unknown[]): Atom | null {
    const [itemName, containerName] = [varName(item), varName(container)];
    if (itemName !== null && Array.isArray(container)) return memberAtom(itemName, container);
    return containerName !== null && isPlain(item) ? containsAtom(containerName, item) : null;
  }

  private opaque(tree: unknown, holds: boolean): Case[] {
    const atom = opaqueAtom(tree);
    this.total = false;
    return [new Map([[atom.fact, { domain: holds ? atom.yes : atom.no, says: [] }]])];
  }

  private atom(atom: Atom, tree: unknown, holds: boolean): Case[] {
    if (!atom.total) this.total = false;
    const domain = meet(holds ? atom.yes : atom.no, everyValue(atom.fact, this.world, this.viewer));
    const says = [conditionText(holds ? tree : opposite(tree), this.world.names)];
    const fact = sharedName(atom.fact, this.viewer);
    if (!isEmpty(domain)) return [new Map([[fact, { domain, says }]])];
    this.conflicts.push({ fact, says, ...(atom.flaw && holds ? { because: atom.flaw } : {}) });
    return [];
  }
}

const bounded = (cases: Case[]): Case[] => {
  if (cases.length > MOST_CASES) throw new TooManyCases();
  return cases;
};

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object';

/** Two constants compared; null where the engine would first turn one into the other's type. */
const constantAnswer = (comparison: Comparison, strict: boolean, left: unknown, right: unknown): boolean | null => {
  if (strict) return (left === right) === (comparison === '==');
  if (typeof left !== typeof right || (typeof left !== 'number' && typeof left !== 'string')) return null;
  const [a, b] = [left, right as typeof left];
  switch (comparison) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
};

/** The same question with the opposite answer, for people. */
const opposite = (tree: unknown): unknown => {
  const [operator = '', operand] = Object.entries(tree as object)[0] ?? [];
  const comparison = COMPARISONS[operator];
  return comparison ? { [negated(comparison)]: operand } : { '!': tree };
};
