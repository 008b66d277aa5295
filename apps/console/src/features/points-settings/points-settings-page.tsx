import { useQuery } from '@tanstack/react-query';
import { Page } from '../../shared/ui/page';
import { QueryView } from '../../shared/ui/states';
import { readSettings, settingsKey } from './api';
import { ExpirySection } from './expiry-section';
import { LimitsSection } from './limits-section';
import { RefundSection } from './refund-section';
import styles from './settings.module.css';
import { t } from './strings';
import { TransfersSection } from './transfers-section';

export function PointsSettingsPage() {
  const query = useQuery({ queryKey: settingsKey, queryFn: readSettings });
  return (
    <Page title={t.title} lead={t.lead}>
      <QueryView query={query}>
        {(settings) => (
          <div className={styles.grid}>
            <ExpirySection settings={settings} />
            <div className={styles.column}>
              <RefundSection settings={settings} />
              <TransfersSection settings={settings} />
              <LimitsSection settings={settings} />
            </div>
          </div>
        )}
      </QueryView>
    </Page>
  );
}
