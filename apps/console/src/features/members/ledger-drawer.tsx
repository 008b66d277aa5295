import { Descriptions, Drawer } from 'antd';
import type { LedgerEntry } from '../../shared/api/types';
import { formatPoints, signedPoints } from '../../shared/format/money';
import { showExact } from '../../shared/format/time';
import { actorName, l } from './ledger-strings';
import styles from './member.module.css';

const touched = ({ lot, points, pending }: LedgerEntry['lots'][number]): string =>
  l.touchedLot(String(lot), signedPoints(points)) + (pending ? l.touchedPending(signedPoints(pending)) : '');

/** One line of the journal with all that it knows. */
export function LedgerDrawer({ entry, onClose }: { entry: LedgerEntry | null; onClose: () => void }) {
  return (
    <Drawer open={entry !== null} size={520} title={entry ? l.drawer(String(entry.seq)) : ''} onClose={onClose}>
      {entry ? (
        <>
          <div className={styles.ledgerHead}>
            <span>
              {entry.title}
              <small>{showExact(entry.at)}</small>
            </span>
            <b className={entry.points < 0 ? styles.minus : styles.plus}>{signedPoints(entry.points)}</b>
          </div>
          <h3 className={styles.ledgerTitle}>{l.why}</h3>
          <ul className={styles.ledgerWhy}>
            {(entry.why.length > 0 ? entry.why : [l.whyNone]).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Descriptions
            column={1}
            size="small"
            items={[
              { key: 'balance', label: l.balance, children: formatPoints(entry.balanceAfter) },
              ...(entry.pending
                ? [{ key: 'pending', label: l.pendingMove, children: signedPoints(entry.pending) }]
                : []),
              { key: 'lots', label: l.touched, children: entry.lots.map(touched).join('；') || '—' },
              { key: 'store', label: l.store, children: entry.storeName ?? '—' },
              { key: 'actor', label: l.actor, children: actorName(entry.actor) },
              ...(entry.purchaseNo ? [{ key: 'no', label: l.purchaseNo, children: entry.purchaseNo }] : []),
              { key: 'ref', label: l.reference, children: entry.reference },
              { key: 'hash', label: l.hash, children: <code className={styles.ledgerHash}>{entry.hash}</code> },
            ]}
          />
        </>
      ) : null}
    </Drawer>
  );
}
