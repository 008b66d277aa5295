import type { MembershipPlan } from '../../shared/api/types';
import { Pill, type Tone } from '../../shared/ui/pill';
import { StatusButtons } from '../../shared/ui/status-buttons';
import { plansKey, setPlanStatus } from './api';
import { statusNames, t } from './strings';

const tones: Record<MembershipPlan['status'], Tone> = {
  draft: 'neutral',
  active: 'good',
  paused: 'warn',
  ended: 'neutral',
};

export function PlanStatusPill({ status }: { status: MembershipPlan['status'] }) {
  return <Pill tone={tones[status]}>{statusNames[status]}</Pill>;
}

export function PlanStatusActions({ plan, size }: { plan: MembershipPlan; size?: 'small' | 'middle' }) {
  return (
    <StatusButtons
      status={plan.status}
      mayWrite="memberships.write"
      change={(next) => setPlanStatus(plan.id, next)}
      texts={{ ...t, changed: (next) => t.statusChanged(statusNames[next]) }}
      refresh={[plansKey]}
      size={size}
    />
  );
}
