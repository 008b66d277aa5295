import { Segmented } from 'antd';
import type { RfmGrid } from '../../shared/api/types';
import { showDay } from '../../shared/format/time';
import { Panel } from '../../shared/ui/panel';
import { EmptyState } from '../../shared/ui/states';
import { useUrlState } from '../../shared/ui/use-url-state';
import { RfmHeat } from './rfm-heat';
import { SegmentMembers } from './segment-members';
import { t } from './strings';
import styles from './tagging.module.css';

const defaults = { m: '', cell: '', page: '1' };

/** The grid and, beside it, the people of the cell that was clicked; both in the address. */
export function RfmBoard({ data }: { data: RfmGrid }) {
  const [state, patch] = useUrlState(defaults);
  const [r, f] = state.cell.split('-').map(Number);
  const cell = r && f ? { r, f } : null;
  if (data.grid.length === 0)
    return (
      <Panel>
        <EmptyState title={t.emptyTitle} hint={t.emptyHint} />
      </Panel>
    );
  const options = [
    { value: '', label: t.moneyAll },
    ...[1, 2, 3, 4, 5].map((score) => ({ value: String(score), label: t.moneyScore(score) })),
  ];
  return (
    <div className={styles.board}>
      <Panel
        title={t.gridTitle}
        extra={
          <span className={styles.money}>
            <span className={styles.soft}>{t.money}</span>
            <Segmented size="small" options={options} value={state.m} onChange={(m) => patch({ m })} />
          </span>
        }
      >
        <p className={styles.lead}>
          {t.gridLead(data.windowDays)}
          {data.asOf ? t.asOf(showDay(data.asOf)) : null}
        </p>
        <RfmHeat
          grid={data.grid}
          money={state.m}
          chosen={cell}
          onChoose={(next) => patch({ cell: `${next.r}-${next.f}` })}
        />
      </Panel>
      <Panel flush title={cell ? t.selected(cell.r, cell.f, state.m) : t.member}>
        {cell ? (
          <SegmentMembers cell={{ ...cell, m: state.m }} page={state.page} onPage={(page) => patch({ page })} />
        ) : (
          <EmptyState title={t.pickHint} />
        )}
      </Panel>
    </div>
  );
}
