import { EditOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import type { TierRow } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { useTiers } from '../../shared/lookups/lookups';
import { Allowed } from '../../shared/ui/allowed';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { Pill } from '../../shared/ui/pill';
import { EmptyState, QueryView } from '../../shared/ui/states';
import { type TierBasis, tiersKey } from './api';
import { amountText, windowText } from './draft';
import { LedgerProofPanel } from './ledger-proof';
import { t } from './strings';
import styles from './tiers.module.css';

const RECHECK_MS = 4_000;

const benefitLines = ({ benefits }: TierRow): string[] => {
  const { monthlyCoupons, birthdayGift, prioritySeats, texts } = benefits;
  const coupons = monthlyCoupons.reduce((sum, { count }) => sum + count, 0);
  return [
    ...(coupons > 0 ? [t.monthlyCoupons(coupons)] : []),
    ...(birthdayGift?.points ? [t.birthdayPoints(formatCount(birthdayGift.points))] : []),
    ...(birthdayGift?.couponTemplateId ? [t.birthdayCoupon] : []),
    ...(prioritySeats ? [t.prioritySeats] : []),
    ...texts,
  ];
};

function Thresholds({ tier, basis }: { tier: TierRow; basis: TierBasis }) {
  if (tier.enterAt === 0) return <p className={styles.soft}>{t.start}</p>;
  const lines = [
    [t.enter, tier.enterAt],
    [t.keep, tier.keepAt],
    [t.leave, tier.leaveAt],
  ] as const;
  return (
    <dl className={styles.steps}>
      {lines.map(([label, at]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{amountText(basis, at)}</dd>
        </div>
      ))}
    </dl>
  );
}

function TierCard({ tier, all, basis }: { tier: TierRow; all: number; basis: TierBasis }) {
  const percent = all === 0 ? 0 : (tier.members / all) * 100;
  const lines = benefitLines(tier);
  return (
    <article className={styles.card} style={{ ['--tier' as string]: tier.colour }}>
      <header>
        <h2>{tier.name}</h2>
        <Pill tone="neutral">{t.multiplier(tier.multiplierPercent)}</Pill>
      </header>
      <div className={styles.count}>
        {formatCount(tier.members)}
        <span>{t.people}</span>
        <em>{t.share(percent.toFixed(1))}</em>
      </div>
      <div className={styles.bar} aria-hidden="true">
        <i style={{ width: `${percent}%` }} />
      </div>
      <Thresholds tier={tier} basis={basis} />
      <ul>
        {lines.length === 0 ? <li className={styles.soft}>{t.noBenefits}</li> : null}
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </article>
  );
}

/** While members are being judged anew, the figures are asked for again. */
const useFreshCounts = (isRechecking: boolean): void => {
  const client = useQueryClient();
  useEffect(() => {
    if (!isRechecking) return;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: tiersKey }), RECHECK_MS);
    return () => clearInterval(timer);
  }, [isRechecking, client]);
};

export function TiersPage() {
  const query = useTiers();
  useFreshCounts(query.data?.isRechecking ?? false);
  const navigate = useNavigate();
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <Allowed to="tiers.write">
          <Button type="primary" icon={<EditOutlined />} onClick={() => navigate('/tiers/design')}>
            {t.design}
          </Button>
        </Allowed>
      }
    >
      <QueryView query={query}>
        {({ items, settings, isRechecking }) => {
          const all = items.reduce((sum, tier) => sum + tier.members, 0);
          if (items.length === 0)
            return (
              <Panel>
                <EmptyState title={t.emptyTitle} hint={t.emptyHint} />
              </Panel>
            );
          return (
            <>
              {isRechecking ? <Alert type="info" showIcon title={t.rechecking} /> : null}
              <p className={styles.how}>
                <b>{t.bases[settings.basis]}</b>
                {windowText(settings)}
              </p>
              <div className={styles.cards}>
                {items.map((tier) => (
                  <TierCard key={tier.code} tier={tier} all={all} basis={settings.basis} />
                ))}
              </div>
            </>
          );
        }}
      </QueryView>
      <LedgerProofPanel />
    </Page>
  );
}
