import type { Analysed, Context } from '../cases/rule-cases';
import type { Severity, Warning, WarningCode } from '../model/warning';

/** One thing to look for in a rule, among all the others. Pure. */
export type Check = (subject: Analysed, others: readonly Analysed[], context: Context) => readonly Warning[];

interface Finding {
  readonly message: string;
  readonly severity?: Severity;
  readonly path?: string;
  readonly other?: Analysed;
  readonly involved?: readonly string[];
}

export const warn = (code: WarningCode, subject: Analysed, finding: Finding): Warning => ({
  code,
  ruleId: subject.rule.ruleId,
  severity: finding.severity ?? 'warning',
  message: finding.message,
  ...(finding.other ? { otherRuleId: finding.other.rule.ruleId } : {}),
  ...(finding.involved ? { involved: finding.involved } : {}),
  ...(finding.path ? { path: finding.path } : {}),
});

export const quoted = ({ draft }: Analysed): string => `「${draft.name}」`;
