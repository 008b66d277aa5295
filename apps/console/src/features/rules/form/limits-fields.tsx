import { Form, InputNumber, Segmented } from 'antd';
import { MoneyInput } from '../../../shared/ui/pickers';
import { givesPoints } from '../draft';
import styles from '../rules.module.css';
import { t } from '../strings';
import type { PartProps } from './part';

const CAPS = ['perPurchase', 'perDay', 'perWeek', 'perMonth', 'perValidity'] as const;

const unitOf = ({ effect: { kind } }: PartProps['draft']): string => {
  if (kind === 'tier-points') return t.unitTierPoints;
  return givesPoints(kind) ? t.unitPoints : t.unitTimes;
};

function CapFields({ draft, change }: PartProps) {
  // What an event that is no purchase gives at once is not limited "per purchase".
  const caps = draft.trigger === 'purchase' ? CAPS : CAPS.filter((cap) => cap !== 'perPurchase');
  return (
    <Form.Item label={t.caps.title} extra={t.caps.hint}>
      <div className={styles.caps}>
        {caps.map((cap) => (
          <div key={cap} className={styles.cap}>
            <span>{t.caps[cap]}</span>
            <InputNumber
              aria-label={t.caps[cap]}
              min={0}
              precision={0}
              suffix={unitOf(draft)}
              value={draft.caps[cap]}
              onChange={(limit) => change({ caps: { ...draft.caps, [cap]: limit } })}
              style={{ width: '100%' }}
            />
          </div>
        ))}
      </div>
    </Form.Item>
  );
}

function BudgetFields({ draft, change }: PartProps) {
  const { budget } = draft;
  const b = t.budget;
  const unit = budget?.unit ?? 'none';
  const take = (next: 'none' | 'points' | 'fen') =>
    change({ budget: next === 'none' ? null : { unit: next, total: null, perStore: null } });
  const amount = (of: 'total' | 'perStore') => {
    const props = {
      'aria-label': b[of],
      value: budget?.[of] ?? null,
      onChange: (value: number | null) => budget && change({ budget: { ...budget, [of]: value } }),
    };
    return budget?.unit === 'fen' ? (
      <MoneyInput {...props} />
    ) : (
      <InputNumber {...props} min={0} precision={0} suffix={t.unitPoints} style={{ width: '100%' }} />
    );
  };
  return (
    <>
      <Form.Item label={b.title} extra={b.hint}>
        <Segmented
          value={unit}
          onChange={take}
          options={[
            { value: 'none', label: b.none },
            { value: 'points', label: b.points },
            { value: 'fen', label: b.fen },
          ]}
        />
      </Form.Item>
      {budget ? (
        <div className={styles.pair}>
          <Form.Item label={b.total}>{amount('total')}</Form.Item>
          <Form.Item label={b.perStore}>{amount('perStore')}</Form.Item>
        </div>
      ) : null}
    </>
  );
}

/** How much the rule may give: to one member, and to all together. */
export function LimitsFields(props: PartProps) {
  return (
    <>
      <CapFields {...props} />
      {givesPoints(props.draft.effect.kind) ? <BudgetFields {...props} /> : null}
    </>
  );
}
