import { Form, InputNumber, Switch } from 'antd';
import type { LoyaltySettings } from '../../shared/api/types';
import { common, roleNames } from '../../shared/text/common';
import { Section } from './section';
import styles from './settings.module.css';
import { t } from './strings';

const s = t.limits;
type Limits = LoyaltySettings['adjustmentLimits'];
type Role = keyof Limits;
type LimitsForm = Record<Role, { may: boolean; limit: number | null }>;

/** Only these hold the permission to adjust at all. */
const ROLES: Role[] = ['owner', 'manager'];
const DEFAULT_LIMIT = 1000;

const formOf = (limits: Limits): LimitsForm =>
  Object.fromEntries(
    ROLES.map((role) => [role, { may: limits[role] !== undefined, limit: limits[role] ?? DEFAULT_LIMIT }]),
  ) as LimitsForm;

/** Roles that are not shown here keep what they have. */
const limitsOf = (stored: Limits, values: LimitsForm): Limits => {
  const next = { ...stored };
  for (const role of ROLES) {
    const { may, limit } = values[role] ?? { may: false, limit: null };
    if (may) next[role] = limit ?? 0;
    else delete next[role];
  }
  return next;
};

function Line({ role, may }: { role: Role; may: boolean }) {
  return (
    <div className={styles.limit}>
      <span>{roleNames[role]}</span>
      <Form.Item name={[role, 'may']} valuePropName="checked" noStyle>
        <Switch aria-label={`${roleNames[role]} ${s.may}`} />
      </Form.Item>
      <Form.Item
        name={[role, 'limit']}
        style={{ margin: 0 }}
        rules={may ? [{ required: true, message: common.required }] : []}
      >
        <InputNumber
          min={0}
          max={10_000_000}
          precision={0}
          suffix={s.unit}
          disabled={!may}
          aria-label={`${roleNames[role]} ${s.limit}`}
          style={{ width: 180 }}
        />
      </Form.Item>
    </div>
  );
}

export function LimitsSection({ settings }: { settings: LoyaltySettings }) {
  const [form] = Form.useForm<LimitsForm>();
  const initial = formOf(settings.adjustmentLimits);
  const watched = Form.useWatch([], form) as LimitsForm | undefined;
  return (
    <Section
      title={s.title}
      form={form}
      initial={initial}
      toChange={(values) => ({ adjustmentLimits: limitsOf(settings.adjustmentLimits, { ...initial, ...values }) })}
    >
      <p className={styles.soft}>{s.lead}</p>
      <div className={`${styles.limit} ${styles.limitHead}`}>
        <span>{s.role}</span>
        <span>{s.may}</span>
        <span>{s.limit}</span>
      </div>
      {ROLES.map((role) => (
        <Line key={role} role={role} may={(watched ?? initial)[role]?.may ?? false} />
      ))}
    </Section>
  );
}
