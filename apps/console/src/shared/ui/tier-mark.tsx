import type { Named } from '../api/types';
import { useTiers } from '../lookups/lookups';
import styles from './tier-mark.module.css';

/** The tier's name with a dot in the tier's own colour. */
export function TierMark({ tier }: { tier: (Named & { colour?: string }) | null }) {
  const tiers = useTiers();
  if (!tier) return <span>—</span>;
  const colour = tier.colour ?? tiers.data?.items.find((row) => row.code === tier.code)?.colour;
  return (
    <span className={styles.mark}>
      <i className={styles.dot} style={{ background: colour ?? 'var(--fl-text-faint)' }} />
      {tier.name}
    </span>
  );
}
