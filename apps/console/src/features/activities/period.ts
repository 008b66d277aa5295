import type { ActivityView } from '../../shared/api/types';
import { inBrandZone, showTime } from '../../shared/format/time';

/** 11月22日 14:30–16:30, or both days in full when it runs over midnight. */
export const periodText = ({ startsAt, endsAt }: Pick<ActivityView, 'startsAt' | 'endsAt'>): string => {
  const [start, end] = [inBrandZone(startsAt), inBrandZone(endsAt)];
  return start.isSame(end, 'day')
    ? `${showTime(startsAt)}–${end.format('HH:mm')}`
    : `${showTime(startsAt)} 至 ${showTime(endsAt)}`;
};

export const takenSeats = (activity: ActivityView): number => activity.seatsTaken;
