import type { PaymentDetail } from '../../shared/api/types';
import { formatFen } from '../../shared/format/money';
import { doerName } from '../../shared/text/names';
import { When } from '../../shared/ui/when';
import styles from './payments.module.css';
import { RefundPill } from './pills';
import { failureText, noticeTypes, outcomeName, t } from './strings';

export function Refunds({ refunds }: { refunds: PaymentDetail['refunds'] }) {
  if (refunds.length === 0) return <p className={styles.quiet}>{t.noRefunds}</p>;
  return (
    <ul className={styles.history}>
      {refunds.map((refund) => (
        <li key={refund.refundNo}>
          <div className={styles.line}>
            <b>{formatFen(refund.amountFen)}</b>
            <RefundPill refund={refund} />
          </div>
          <div>{refund.reason}</div>
          {refund.failure ? <div className={styles.late}>{failureText(refund.failure)}</div> : null}
          <div className={styles.quiet}>
            {doerName(refund.requestedBy)} · <When at={refund.createdAt} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What WeChat sent, and what became of it. */
export function Notices({ notices }: { notices: PaymentDetail['notices'] }) {
  if (notices.length === 0) return <p className={styles.quiet}>{t.noNotices}</p>;
  return (
    <ul className={styles.history}>
      {notices.map((notice) => (
        <li key={notice.noticeId}>
          <div className={styles.line}>
            <b>{noticeTypes[notice.eventType] ?? notice.eventType}</b>
            <span className={styles.quiet}>{t.noticeTimes(notice.times)}</span>
          </div>
          <div className={styles.line}>
            <span>{outcomeName(notice.outcome)}</span>
            <span className={styles.quiet}>
              <When at={notice.lastAt} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
