import type { ReplayReport, ReplayView } from '../../../shared/api/types';
import { Panel } from '../../../shared/ui/panel';
import { EmptyState } from '../../../shared/ui/states';
import styles from '../replays.module.css';
import { t } from '../strings';
import { Budgets } from './budgets';
import { ChangesChart } from './changes-chart';
import { DailyChart } from './daily-chart';
import { Figures } from './figures';
import { RulesTable } from './rules-table';
import { TierMoves } from './tier-moves';
import { TopTable } from './top-table';
import { Verdict } from './verdict';

/** What came of a replay, from the whole to the single purchase. */
export function Report({ report, changes }: { report: ReplayReport; changes: ReplayView['changes'] }) {
  const { purchases, others, refunds, older } = report.events;
  if (purchases + others + refunds + older === 0)
    return (
      <Panel>
        <EmptyState title={t.nothing} hint={t.nothingHint} />
      </Panel>
    );
  return (
    <>
      <Verdict report={report} changes={changes} />
      <Figures report={report} />
      <DailyChart report={report} />
      <div className={styles.halves}>
        <Panel title={t.changes}>
          <ChangesChart bars={report.changes} />
        </Panel>
        <Panel title={t.tierMoves}>
          <TierMoves report={report} />
        </Panel>
      </div>
      <Panel title={t.budgets}>
        <Budgets report={report} />
      </Panel>
      <RulesTable report={report} />
      <TopTable report={report} />
    </>
  );
}
