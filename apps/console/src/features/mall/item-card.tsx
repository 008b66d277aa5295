import { GiftOutlined } from '@ant-design/icons';
import type { MallItemDraft } from '../../shared/api/types';
import { briefFen, formatPoints } from '../../shared/format/money';
import styles from './mall.module.css';
import { t } from './strings';

export function ItemPicture({ url, isSmall }: { url: string | null | undefined; isSmall?: boolean }) {
  const className = isSmall ? styles.thumb : styles.picture;
  return url ? (
    <img src={url} alt="" className={className} />
  ) : (
    <span className={className} aria-hidden="true">
      <GiftOutlined />
    </span>
  );
}

/** The item as the shopper meets it. */
export function ItemCard({ draft }: { draft: Partial<MallItemDraft> }) {
  return (
    <div className={styles.card}>
      <ItemPicture url={draft.pictureUrl} />
      <div className={styles.cardBody}>
        <b>{draft.title || t.untitled}</b>
        <p>{draft.summary}</p>
        <span className={styles.price}>
          <strong>{formatPoints(draft.pricePoints ?? 0)}</strong> {t.unit}
          {draft.priceFen ? <strong> + {briefFen(draft.priceFen)}</strong> : null}
          {draft.worthFen ? <s>{briefFen(draft.worthFen)}</s> : null}
        </span>
        <em>{t.redeem}</em>
      </div>
    </div>
  );
}
