import { Progress } from 'antd';
import type { BulkIssue, BulkIssueState } from '../../../shared/api/types';
import { formatCount } from '../../../shared/format/money';
import { showExact } from '../../../shared/format/time';
import type { DataColumn } from '../../../shared/table/columns';
import { doerName } from '../../../shared/text/names';
import { Pill, type Tone } from '../../../shared/ui/pill';
import { When } from '../../../shared/ui/when';
import { isMoving, isWaiting } from './api';
import styles from './issues.module.css';
import { stateNames, t } from './strings';

const tones: Record<BulkIssueState, Tone> = {
  planned: 'neutral',
  freezing: 'info',
  running: 'info',
  held: 'warn',
  done: 'good',
  cancelled: 'neutral',
  failed: 'bad',
};

const stateText = (issue: BulkIssue): string => (isWaiting(issue) ? t.waiting : stateNames[issue.state]);

export function IssueStatePill({ issue }: { issue: BulkIssue }) {
  return <Pill tone={tones[issue.state]}>{stateText(issue)}</Pill>;
}

export function IssueBar({ issue, isLarge }: { issue: BulkIssue; isLarge?: boolean }) {
  return (
    <Progress
      size={isLarge ? undefined : 'small'}
      percent={issue.progressPercent}
      status={
        issue.state === 'failed'
          ? 'exception'
          : isMoving(issue)
            ? 'active'
            : issue.progressPercent === 100
              ? 'success'
              : 'normal'
      }
    />
  );
}

export const issueColumns: DataColumn<BulkIssue>[] = [
  {
    key: 'name',
    title: t.columns.name,
    lead: true,
    width: 170,
    value: (row) => row.name,
    render: (row) => <b>{row.name}</b>,
  },
  {
    key: 'coupon',
    title: t.columns.coupon,
    width: 150,
    value: (row) => row.couponName,
  },
  {
    key: 'audience',
    title: t.columns.audience,
    width: 220,
    value: (row) => row.sentence,
    render: (row) => <span className={styles.words}>{row.sentence}</span>,
  },
  {
    key: 'state',
    title: t.columns.state,
    width: 90,
    value: stateText,
    render: (row) => <IssueStatePill issue={row} />,
  },
  {
    key: 'progress',
    title: t.columns.progress,
    width: 170,
    value: (row) => row.progressPercent,
    render: (row) =>
      row.state === 'planned' ? (
        <When at={row.startAt} />
      ) : (
        <div className={styles.progress}>
          <IssueBar issue={row} />
          <span className={styles.soft}>{t.ofMembers(formatCount(row.doneTo), formatCount(row.members))}</span>
        </div>
      ),
  },
  {
    key: 'issued',
    title: t.columns.issued,
    width: 90,
    align: 'right',
    value: (row) => row.issued,
    render: (row) => t.pieces(formatCount(row.issued)),
  },
  {
    key: 'skipped',
    title: t.columns.skipped,
    width: 90,
    align: 'right',
    value: (row) => row.skipped,
    render: (row) => (row.skipped > 0 ? t.people(formatCount(row.skipped)) : '—'),
  },
  { key: 'by', title: t.columns.by, width: 100, hiddenAtFirst: true, value: (row) => doerName(row.createdBy) },
  {
    key: 'at',
    title: t.columns.at,
    width: 130,
    value: (row) => row.createdAt,
    exported: (row) => showExact(row.createdAt),
    render: (row) => <When at={row.createdAt} />,
  },
];
