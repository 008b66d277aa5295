import type { JsonLogic, RuleDraft, RuleView, VersionView } from '@fanloop/loyalty';
import type { StaffCaller } from '../auth';
import { toWire } from '../wire';
import type { RuleDetailDto, RuleViewDto } from './rule-views.dto';
import type { RuleDraftDto } from './rules.dto';

export const staffActor = ({ staffId }: StaffCaller) => ({ kind: 'staff', id: staffId }) as const;

/** The shape is the validated one; only JsonLogic trees have a narrower type inside. */
export const toDraft = (input: Omit<RuleDraftDto, never>): RuleDraft => ({
  ...input,
  condition: input.condition as JsonLogic | null,
});

type NameOf = <Label extends string | null>(label: Label) => Label;

const versionWire = (version: VersionView, name: NameOf, caller: StaffCaller) => ({
  ...version,
  by: name(version.by),
  submittedBy: name(version.submittedBy),
  decidedBy: name(version.decidedBy),
  isOwn: version.by === `staff:${caller.staffId}`,
});

export const ruleWire = (rule: RuleView, name: NameOf, caller: StaffCaller): RuleViewDto =>
  toWire({
    ...rule,
    updatedBy: name(rule.updatedBy),
    pending: rule.pending && versionWire(rule.pending, name, caller),
  }) as unknown as RuleViewDto;

export const versionsWire = (versions: readonly VersionView[], name: NameOf, caller: StaffCaller) =>
  toWire(versions.map((version) => versionWire(version, name, caller))) as unknown as RuleDetailDto['versions'];

/** Everybody whose name a rule's page shows. */
export const labelsOf = (rule: RuleView, versions: readonly VersionView[] = []): (string | null)[] => [
  rule.updatedBy,
  ...[...versions, ...(rule.pending ? [rule.pending] : [])].flatMap(({ by, submittedBy, decidedBy }) => [
    by,
    submittedBy,
    decidedBy,
  ]),
];
