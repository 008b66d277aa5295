import { DAYS } from './good/days';
import { MEMBERS } from './good/members';
import { PURCHASES } from './good/purchases';
import { TOGETHER } from './good/together';
import type { Specimen } from './specimen';

/** Rules that nobody should be warned of. */
export const GOOD_RULES: readonly Specimen[] = [...PURCHASES, ...DAYS, ...MEMBERS, ...TOGETHER];
