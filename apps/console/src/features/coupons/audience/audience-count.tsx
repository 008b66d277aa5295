import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { messageOf } from '../../../shared/api/errors';
import type { AudienceConditions } from '../../../shared/api/types';
import { formatCount } from '../../../shared/format/money';
import { countAudience, countKey } from './api';
import styles from './audience.module.css';
import { t } from './strings';

const TYPING_MS = 400;

/** How many meet the conditions now, asked when the hand rests. `members` is null while it is not known for these conditions. */
export const useAudienceCount = (conditions: AudienceConditions) => {
  const [settled, settle] = useState(conditions);
  useEffect(() => {
    const timer = setTimeout(() => settle(conditions), TYPING_MS);
    return () => clearTimeout(timer);
  }, [conditions]);
  const query = useQuery({
    queryKey: countKey(settled),
    queryFn: () => countAudience(settled),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 10_000,
  });
  const isFresh = settled === conditions && !query.isPlaceholderData && !query.isFetching;
  return {
    members: isFresh ? (query.data?.members ?? null) : null,
    sentence: query.data?.sentence ?? null,
    last: query.data?.members ?? null,
    error: query.error,
  };
};

export type LiveCount = ReturnType<typeof useAudienceCount>;

export function AudienceCount({ count }: { count: LiveCount }) {
  if (count.error) return <p className={styles.fault}>{messageOf(count.error)}</p>;
  return (
    <div className={styles.count} aria-live="polite">
      <span className={styles.soft}>{count.members === null ? t.counting : t.now}</span>
      <b className={count.members === null ? styles.old : undefined}>
        {count.members === 0 ? t.nobody : count.last === null ? '…' : t.people(formatCount(count.last))}
      </b>
      {count.sentence ? <span className={styles.sentence}>{count.sentence}</span> : null}
    </div>
  );
}
