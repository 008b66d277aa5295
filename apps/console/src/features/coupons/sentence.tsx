import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CouponDraft } from '../../shared/api/types';
import { Panel } from '../../shared/ui/panel';
import { previewCoupon, previewKey } from './api';
import styles from './coupons.module.css';
import { t } from './strings';

const PAUSE_MS = 400;

/** What was typed, once nothing has been typed for a moment. */
const useSettled = <T,>(value: T): T => {
  const [settled, settle] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(JSON.parse(text) as T), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};

/** Everything that is set, in the server's own words, while it is being typed. */
export function Sentence({ draft }: { draft: CouponDraft }) {
  const asked = useSettled({ ...draft, name: draft.name?.trim() || t.ticket.untitled });
  const query = useQuery({
    queryKey: previewKey(asked),
    queryFn: () => previewCoupon(asked),
    placeholderData: (before) => before,
    retry: false,
  });
  const { sentence, problem } = query.data ?? { sentence: null, problem: null };
  return (
    <Panel title={t.sentenceTitle}>
      <p className={problem ? styles.problem : styles.sentence} aria-live="polite">
        {query.isError ? t.sentenceWait : (problem ?? sentence ?? t.sentenceWait)}
      </p>
    </Panel>
  );
}
