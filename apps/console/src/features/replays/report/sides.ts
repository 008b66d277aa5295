import type { ReplayReport } from '../../../shared/api/types';
import { t } from '../strings';

export type Side = 'ledger' | 'active' | 'draft';

/** What is compared: a draft with the active rules, or, without one, the active rules with the ledger. */
export const sidesOf = (report: ReplayReport): { base: Side; changed: Side } =>
  report.totals.draft ? { base: 'active', changed: 'draft' } : { base: 'ledger', changed: 'active' };

export const sideName = (side: Side): string => t.series[side];
