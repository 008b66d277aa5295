import type { TierRow } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { useTiers } from '../../shared/lookups/lookups';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { Pill } from '../../shared/ui/pill';
import { EmptyState, QueryView } from '../../shared/ui/states';
import { LedgerProofPanel } from './ledger-proof';
import { t } from './strings';
import styles from './tiers.module.css';

function TierCard({ tier, all }: { tier: TierRow; all: number }) {
  const percent = all === 0 ? 0 : (tier.members / all) * 100;
  return (
    <article className={styles.card} style={{ ['--tier' as string]: tier.colour }}>
      <header>
        <h2>{tier.name}</h2>
        <Pill tone="neutral">{t.multiplier(tier.multiplierPercent)}</Pill>
      </header>
      <p className={styles.soft}>{tier.atPoints === 0 ? t.start : t.at(formatCount(tier.atPoints))}</p>
      <div className={styles.count}>
        {formatCount(tier.members)}
        <span>{t.people}</span>
        <em>{t.share(percent.toFixed(1))}</em>
      </div>
      <div className={styles.bar} aria-hidden="true">
        <i style={{ width: `${percent}%` }} />
      </div>
      <ul>
        {tier.benefits.length === 0 ? <li className={styles.soft}>{t.noBenefits}</li> : null}
        {tier.benefits.map((benefit) => (
          <li key={benefit}>{benefit}</li>
        ))}
      </ul>
    </article>
  );
}

export function TiersPage() {
  const query = useTiers();
  return (
    <Page title={t.title} lead={t.lead}>
      <QueryView query={query}>
        {({ items }) => {
          const all = items.reduce((sum, tier) => sum + tier.members, 0);
          if (items.length === 0)
            return (
              <Panel>
                <EmptyState title={t.emptyTitle} hint={t.emptyHint} />
              </Panel>
            );
          return (
            <div className={styles.cards}>
              {items.map((tier) => (
                <TierCard key={tier.code} tier={tier} all={all} />
              ))}
            </div>
          );
        }}
      </QueryView>
      <LedgerProofPanel />
    </Page>
  );
}
