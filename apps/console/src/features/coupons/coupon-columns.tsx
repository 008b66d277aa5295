import { BarChartOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import type { CouponStatus, CouponTemplate } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import type { DataColumn } from '../../shared/table/columns';
import { Pill, type Tone } from '../../shared/ui/pill';
import styles from './coupons.module.css';
import { validityText } from './draft';
import { StatusActions } from './status-actions';
import { statusNames, t } from './strings';
import { Ticket } from './ticket';

const tones: Record<CouponStatus, Tone> = { active: 'good', paused: 'warn', ended: 'neutral' };

export function CouponStatusPill({ template }: { template: Pick<CouponTemplate, 'status' | 'usePaused'> }) {
  const { status, usePaused } = template;
  if (usePaused) return <Pill tone="bad">{t.pausedUse}</Pill>;
  return <Pill tone={tones[status] ?? 'neutral'}>{statusNames[status] ?? status}</Pill>;
}

function Stock({ template }: { template: CouponTemplate }) {
  const percent = template.stockTotal === 0 ? 0 : (template.stockLeft / template.stockTotal) * 100;
  return (
    <div className={styles.stock}>
      <span>{t.stockText(formatCount(template.stockLeft), formatCount(template.stockTotal))}</span>
      <Progress percent={percent} showInfo={false} size="small" status={percent < 10 ? 'exception' : 'normal'} />
    </div>
  );
}

export const couponColumns = (onMeasure: (template: CouponTemplate) => void): DataColumn<CouponTemplate>[] => [
  {
    key: 'name',
    title: t.name,
    lead: true,
    width: 320,
    value: (row) => row.name,
    render: (row) => <Ticket draft={row} isSmall />,
  },
  {
    key: 'kind',
    title: t.kind,
    hiddenAtFirst: true,
    width: 110,
    sortable: true,
    value: (row) => t.benefitKinds[row.benefit.kind],
  },
  {
    key: 'status',
    title: t.status,
    width: 90,
    value: (row) => statusNames[row.status] ?? row.status,
    render: (row) => <CouponStatusPill template={row} />,
  },
  {
    key: 'stockLeft',
    title: t.stock,
    width: 170,
    sortable: true,
    value: (row) => row.stockLeft,
    render: (row) => <Stock template={row} />,
  },
  {
    key: 'limit',
    title: t.limit,
    width: 90,
    align: 'right',
    value: (row) => row.perMemberLimit,
    render: (row) => t.limitText(row.perMemberLimit),
  },
  { key: 'validity', title: t.validity, width: 220, hiddenAtFirst: true, value: (row) => validityText(row.validity) },
  {
    key: 'actions',
    title: '',
    width: 220,
    actions: true,
    value: () => null,
    render: (row) => (
      <>
        <Button type="link" size="small" icon={<BarChartOutlined />} onClick={() => onMeasure(row)}>
          {t.statisticsButton}
        </Button>
        <StatusActions template={row} />
      </>
    ),
  },
];
