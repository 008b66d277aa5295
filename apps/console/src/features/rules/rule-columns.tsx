import { Progress, Tooltip } from 'antd';
import type { RuleFacts, RuleStatus, RuleView } from '../../shared/api/types';
import { briefFen, formatCount, formatPoints } from '../../shared/format/money';
import { showExact } from '../../shared/format/time';
import type { DataColumn } from '../../shared/table/columns';
import { doerName } from '../../shared/text/names';
import { Pill, type Tone } from '../../shared/ui/pill';
import { When } from '../../shared/ui/when';
import { SwitchActions } from './review/switch-actions';
import { stateTones } from './review/versions-drawer';
import styles from './rules.module.css';
import { stateNames, statusNames, t } from './strings';

const tones: Record<RuleStatus, Tone> = { draft: 'neutral', active: 'good', paused: 'warn', retired: 'neutral' };

export function RuleStatusPill({ status }: { status: RuleStatus }) {
  return <Pill tone={tones[status]}>{statusNames[status]}</Pill>;
}

/** What waits beside the rule: 第 2 版待审批. Of a rule that was never approved, its own state says enough. */
export function PendingPill({ rule }: { rule: RuleView }) {
  const { pending } = rule;
  if (!pending || (rule.status === 'draft' && pending.state === 'draft')) return null;
  return <Pill tone={stateTones[pending.state]}>{t.pendingText(pending.version, stateNames[pending.state])}</Pill>;
}

function Budget({ budget }: { budget: RuleView['usage']['budget'] }) {
  if (!budget) return <span className={styles.soft}>{t.noBudget}</span>;
  const show = budget.unit === 'fen' ? briefFen : formatPoints;
  const percent = budget.total > 0 ? Math.min(100, Math.floor((budget.used * 100) / budget.total)) : 100;
  return (
    <Tooltip title={t.budgetOf(show(budget.used), show(budget.total))}>
      <Progress percent={percent} size="small" status={percent >= 90 ? 'exception' : 'normal'} />
    </Tooltip>
  );
}

function Usage({ usage }: { usage: RuleView['usage'] }) {
  if (usage.times === 0) return <span className={styles.soft}>{t.unused}</span>;
  return (
    <div className={styles.ruleCell}>
      <b>{usage.points > 0 ? t.usagePoints(formatPoints(usage.points)) : t.usageTimes(formatCount(usage.times))}</b>
      {usage.points > 0 ? <span>{t.usageTimes(formatCount(usage.times))}</span> : null}
    </div>
  );
}

export const ruleColumns = (triggers: RuleFacts['triggers']): DataColumn<RuleView>[] => {
  const triggerName = (rule: RuleView) =>
    triggers.find(({ value }) => value === rule.draft.trigger)?.label ?? rule.draft.trigger;
  return [
    {
      key: 'sentence',
      title: t.columns.rule,
      lead: true,
      width: 420,
      value: (row) => `${row.draft.name}：${row.sentence}`,
      render: (row) => (
        <div className={styles.ruleCell}>
          <div className={styles.reviewTitle}>
            <b>{row.draft.name}</b>
            <PendingPill rule={row} />
          </div>
          <span>{row.sentence}</span>
        </div>
      ),
    },
    { key: 'trigger', title: t.columns.trigger, width: 110, sortable: true, value: triggerName },
    {
      key: 'status',
      title: t.columns.status,
      width: 90,
      value: (row) => statusNames[row.status],
      render: (row) => <RuleStatusPill status={row.status} />,
    },
    {
      key: 'usage',
      title: t.columns.usage,
      width: 140,
      sortable: true,
      value: (row) => row.usage.points,
      render: (row) => <Usage usage={row.usage} />,
    },
    {
      key: 'budget',
      title: t.columns.budget,
      width: 130,
      value: (row) => row.usage.budget?.used ?? null,
      render: (row) => <Budget budget={row.usage.budget} />,
    },
    {
      key: 'updatedAt',
      title: t.columns.updated,
      width: 140,
      sortable: true,
      value: (row) => row.updatedAt,
      exported: (row) => showExact(row.updatedAt),
      render: (row) => (
        <div className={styles.ruleCell}>
          <When at={row.updatedAt} />
          <span>{doerName(row.updatedBy)}</span>
        </div>
      ),
    },
    {
      key: 'actions',
      title: '',
      width: 130,
      actions: true,
      value: () => null,
      render: (row) => <SwitchActions rule={row} />,
    },
  ];
};
