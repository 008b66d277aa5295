import { Timeline } from 'antd';
import type { PurchaseRow } from '../../shared/api/types';
import { formatFen } from '../../shared/format/money';
import { Pill } from '../../shared/ui/pill';
import { When } from '../../shared/ui/when';
import styles from './purchases.module.css';
import { t } from './strings';

type Refund = PurchaseRow['refunds'][number];

const returned = (line: Refund['lines'][number]): string =>
  line.quantity > 0 ? `${line.name} ${t.quantity(line.quantity)}` : t.moneyOnly(line.name);

function Kept({ label, fen }: { label: string; fen: number }) {
  return (
    <div className={styles.line}>
      <span className={styles.soft}>{label}</span>
      <span>{formatFen(fen)}</span>
    </div>
  );
}

function Entry({ refund }: { refund: Refund }) {
  return (
    <div className={styles.refund}>
      <div className={styles.line}>
        <b>{refund.full ? t.refundRest : t.refundPart}</b>
        <b>{formatFen(-refund.amountFen)}</b>
      </div>
      {refund.lines.map((line) => (
        <div key={line.lineNo} className={styles.line}>
          <span className={styles.soft}>{returned(line)}</span>
          <span className={styles.soft}>{formatFen(-line.amountFen)}</span>
        </div>
      ))}
      {refund.deductedFen > 0 ? <Kept label={t.deducted} fen={refund.deductedFen} /> : null}
      {refund.couponDeductedFen === 0 ? null : (
        <Kept label={refund.couponDeductedFen > 0 ? t.unearned : t.givenBack} fen={refund.couponDeductedFen} />
      )}
      {refund.paidBackFen === refund.amountFen ? null : (
        <div className={styles.line}>
          <span className={styles.soft}>{t.paidBack}</span>
          <span>{formatFen(-refund.paidBackFen)}</span>
        </div>
      )}
      <ul className={styles.why}>
        {(refund.points?.why ?? [t.noPointsNote]).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={styles.refundFoot}>
        {refund.couponReturned ? <Pill tone="neutral">{t.couponReturned}</Pill> : null}
        <span className={styles.soft}>
          <When at={refund.at} /> · {refund.reason}
          {refund.clerkName ? ` · ${refund.clerkName}` : ''}
        </span>
      </div>
    </div>
  );
}

/** What came back of a purchase, the first refund first, with what happened to its points. */
export function RefundHistory({ refunds }: { refunds: readonly Refund[] }) {
  return (
    <Timeline
      className={styles.refunds}
      items={refunds.map((refund) => ({
        key: refund.refundNo,
        color: refund.full ? 'red' : 'orange',
        content: <Entry refund={refund} />,
      }))}
    />
  );
}
