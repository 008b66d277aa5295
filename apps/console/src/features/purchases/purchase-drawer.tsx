import { Alert, Descriptions, Divider, Drawer } from 'antd';
import type { PurchaseRow } from '../../shared/api/types';
import { formatFen, formatPoints, signedPoints } from '../../shared/format/money';
import { showExact } from '../../shared/format/time';
import { Pill } from '../../shared/ui/pill';
import { RefundPill } from './purchase-columns';
import styles from './purchases.module.css';
import { RefundHistory } from './refund-history';
import { t } from './strings';

const returned = (line: PurchaseRow['lines'][number]): string => {
  if (line.refundedFen === 0 && line.refundedQuantity === 0) return '';
  return line.refundedQuantity > 0
    ? t.lineReturned(line.refundedQuantity)
    : t.lineRefunded(formatFen(line.refundedFen));
};

/** A record that a clerk took back as a slip, or wishes to: who, why, and who agreed. */
function UndoNote({ undo }: { undo: NonNullable<PurchaseRow['undo']> }) {
  const by = undo.state === 'done' && undo.decidedBy ? ` · ${t.decidedBy(undo.decidedBy)}` : '';
  return (
    <Alert
      className={styles.undo}
      type={undo.state === 'waiting' ? 'warning' : 'info'}
      title={t.undoStates[undo.state](undo.askedBy, undo.reason)}
      description={`${showExact(undo.decidedAt ?? undo.askedAt)}${by}`}
    />
  );
}

function Receipt({ purchase }: { purchase: PurchaseRow }) {
  return (
    <>
      {purchase.undo ? <UndoNote undo={purchase.undo} /> : null}
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'at', label: t.at, children: showExact(purchase.at) },
          { key: 'store', label: t.store, children: purchase.storeName },
          { key: 'clerk', label: t.clerk, children: purchase.clerkName ?? '—' },
          { key: 'member', label: t.member, children: purchase.memberNo ?? t.guest },
        ]}
      />
      <Divider titlePlacement="start" plain>
        {t.lines}
      </Divider>
      {purchase.lines.length === 0 ? <p className={styles.soft}>{t.noLines}</p> : null}
      {purchase.lines.map((line) => (
        <div key={line.lineNo} className={styles.line}>
          <span>
            {line.name} <span className={styles.soft}>{t.quantity(line.quantity)}</span>{' '}
            <span className={styles.returned}>{returned(line)}</span>
          </span>
          <span>{formatFen(line.amountFen)}</span>
        </div>
      ))}
      <Divider />
      <div className={styles.line}>
        <span>{t.gross}</span>
        <span>{formatFen(purchase.grossFen)}</span>
      </div>
      {purchase.discountFen > 0 ? (
        <div className={styles.line}>
          <span>{purchase.couponName ? `${t.coupon} · ${purchase.couponName}` : t.discount}</span>
          <span>{formatFen(-purchase.discountFen)}</span>
        </div>
      ) : null}
      <div className={styles.total}>
        <span>{t.paid}</span>
        <span>{formatFen(purchase.paidFen)}</span>
      </div>
      {purchase.refunds.length > 0 ? (
        <>
          <div className={styles.line}>
            <span>{t.refundedFen}</span>
            <span>{formatFen(-purchase.refundedFen)}</span>
          </div>
          <div className={styles.total}>
            <span>{t.net}</span>
            <span>{formatFen(purchase.paidFen - purchase.refundedFen)}</span>
          </div>
          <Divider titlePlacement="start" plain>
            {t.refunds}
          </Divider>
          <RefundHistory refunds={purchase.refunds} />
        </>
      ) : null}
      <Divider titlePlacement="start" plain>
        {t.why}
      </Divider>
      <div className={styles.points}>
        {signedPoints(purchase.points)} {t.points}
        {purchase.balanceAfter === null ? null : (
          <span className={styles.soft}>{t.balance(formatPoints(purchase.balanceAfter))}</span>
        )}
      </div>
      <ol className={styles.why}>
        {purchase.why.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </>
  );
}

function State({ purchase: { undo, refundState } }: { purchase: PurchaseRow }) {
  if (undo?.state === 'done') return <Pill tone="neutral">{t.undone}</Pill>;
  return refundState === 'none' ? null : <RefundPill state={refundState} />;
}

export function PurchaseDrawer({ purchase, onClose }: { purchase: PurchaseRow | null; onClose: () => void }) {
  return (
    <Drawer
      open={purchase !== null}
      size={440}
      title={purchase ? `${t.receipt} ${purchase.purchaseNo}` : t.receipt}
      extra={purchase ? <State purchase={purchase} /> : null}
      onClose={onClose}
    >
      {purchase ? <Receipt purchase={purchase} /> : null}
    </Drawer>
  );
}
