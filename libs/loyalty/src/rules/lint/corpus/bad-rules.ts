import { ALWAYS_TRUE } from './bad/always-true';
import { CONTRADICTORY } from './bad/contradictory';
import { DOUBLE_EARNING } from './bad/double-earning';
import { ENDS_BEFORE_IT_STARTS } from './bad/ends-before-it-starts';
import { NEVER_TRUE } from './bad/never-true';
import { NO_BUDGET } from './bad/no-budget';
import { NO_CAP } from './bad/no-cap';
import { SHADOWED } from './bad/shadowed';
import { UNREACHABLE_TIER } from './bad/unreachable-tier';
import { WORST_COST } from './bad/worst-cost';
import type { BadSpecimen } from './specimen';

/** Rules that a manager should be warned of, each with the reason that must be named. */
export const BAD_RULES: readonly BadSpecimen[] = [
  ...NEVER_TRUE,
  ...ALWAYS_TRUE,
  ...SHADOWED,
  ...CONTRADICTORY,
  ...DOUBLE_EARNING,
  ...NO_CAP,
  ...NO_BUDGET,
  ...UNREACHABLE_TIER,
  ...ENDS_BEFORE_IT_STARTS,
  ...WORST_COST,
];
