import type { CouponDraft } from '../../shared/api/types';
import { briefFen } from '../../shared/format/money';
import styles from './coupons.module.css';
import { headlineFrom, headlineOf, validityText } from './draft';
import { t } from './strings';

/** The ticket as it lies in the shopper's hand; follows every key typed in the form. */
export function Ticket({ draft, isSmall }: { draft: Partial<CouponDraft>; isSmall?: boolean }) {
  const headline = headlineOf(draft.benefit);
  const threshold = headlineFrom(draft);
  const categories = draft.categories ?? [];
  const limits = [
    categories.length > 0 ? t.ticket.categories(categories.join('、')) : null,
    draft.stores?.length ? t.ticket.some(draft.stores.length) : t.ticket.all,
    t.ticket.limit(draft.perMemberLimit ?? '…'),
  ].filter((text) => text !== null);
  return (
    <div className={isSmall ? `${styles.ticket} ${styles.small}` : styles.ticket}>
      <div className={styles.ticketAmount}>
        <b className={headline.length > 5 ? styles.long : undefined}>{headline}</b>
        <span>{threshold > 0 ? t.ticket.threshold(briefFen(threshold)) : t.ticket.none}</span>
      </div>
      <div className={styles.ticketWords}>
        <b>{draft.name || t.ticket.untitled}</b>
        <span>{validityText(draft.validity)}</span>
        {isSmall ? null : (
          <span className={styles.limits}>
            {limits.map((text) => (
              <i key={text}>{text}</i>
            ))}
          </span>
        )}
      </div>
      {isSmall || draft.openTo === 'nobody' ? null : <span className={styles.ticketButton}>{t.ticket.claim}</span>}
    </div>
  );
}
