import { InputNumber, Switch } from 'antd';
import type { CouponDraft } from '../../shared/api/types';
import styles from './coupons.module.css';
import { t } from './strings';

const f = t.fields;
type Giving = CouponDraft['giving'];
const USUAL = { hours: 24, perReceiver: 1 };

/** Whether a coupon may be given to a friend; null when not. */
export function GivingInput({ value, onChange }: { id?: string; value?: Giving; onChange?: (value: Giving) => void }) {
  const patch = (change: Partial<NonNullable<Giving>>) => onChange?.({ ...USUAL, ...value, ...change });
  return (
    <div className={styles.giving}>
      <Switch checked={Boolean(value)} onChange={(isOn) => onChange?.(isOn ? USUAL : null)} aria-label={f.giving} />
      {value ? (
        <>
          <InputNumber
            min={1}
            max={720}
            precision={0}
            prefix={f.givingHours}
            suffix={f.givingHoursUnit}
            value={value.hours}
            onChange={(hours) => patch({ hours: hours ?? USUAL.hours })}
          />
          <InputNumber
            min={1}
            max={1000}
            precision={0}
            prefix={f.givingLimit}
            suffix={f.unit}
            value={value.perReceiver}
            onChange={(perReceiver) => patch({ perReceiver: perReceiver ?? USUAL.perReceiver })}
          />
        </>
      ) : null}
    </div>
  );
}
