import { Tooltip } from 'antd';
import { showDay, showExact, showTime } from '../format/time';

/** A moment in words, the exact one on hover. */
export function When({ at, day }: { at: string | null | undefined; day?: boolean }) {
  if (!at) return <span>—</span>;
  return (
    <Tooltip title={showExact(at)}>
      <time dateTime={at}>{day ? showDay(at) : showTime(at)}</time>
    </Tooltip>
  );
}
