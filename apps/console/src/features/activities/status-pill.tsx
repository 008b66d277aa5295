import type { ActivityStatus } from '../../shared/api/types';
import { Pill, type Tone } from '../../shared/ui/pill';
import { statusNames } from './strings';

const tones: Record<ActivityStatus, Tone> = {
  draft: 'info',
  open: 'good',
  closed: 'warn',
  settled: 'neutral',
  cancelled: 'bad',
};

export function ActivityStatusPill({ status }: { status: ActivityStatus }) {
  return <Pill tone={tones[status] ?? 'neutral'}>{statusNames[status] ?? status}</Pill>;
}
