import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import styles from './rules.module.css';
import { t } from './strings';
import { TryPanel } from './try/try-panel';

/** The active rules on a basket. */
export function TryPage() {
  return (
    <Page title={t.try.title} lead={t.try.lead} back={t.back}>
      <TryPanel>
        {(form, result) => (
          <div className={styles.tryBoard}>
            <Panel title={t.try.basket}>{form}</Panel>
            <Panel>{result}</Panel>
          </div>
        )}
      </TryPanel>
    </Page>
  );
}
