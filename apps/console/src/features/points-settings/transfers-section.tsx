import { Alert, Form, InputNumber, Switch } from 'antd';
import type { LoyaltySettings } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { Section } from './section';
import styles from './settings.module.css';
import { t } from './strings';

const s = t.transfers;
const needed = { required: true, message: common.required };
type TransferForm = LoyaltySettings['transfers'];

export function TransfersSection({ settings }: { settings: LoyaltySettings }) {
  const [form] = Form.useForm<TransferForm>();
  const enabled = Form.useWatch('enabled', form) ?? settings.transfers.enabled;
  const stored = settings.transfers;
  return (
    <Section
      title={s.title}
      form={form}
      initial={stored}
      toChange={(values) => ({ transfers: { ...stored, ...values } })}
    >
      <Form.Item name="enabled" label={s.enabled} extra={s.enabledHint} valuePropName="checked">
        <Switch />
      </Form.Item>
      {enabled && settings.clawbackPolicy === 'write-off' ? (
        <Alert className={styles.risk} type="warning" showIcon title={s.writeOffRisk} />
      ) : null}
      <div className={styles.fields} hidden={!enabled}>
        <Form.Item name="leastPoints" label={s.least} rules={[needed]}>
          <InputNumber min={1} max={10_000_000} precision={0} suffix={s.pointsUnit} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="dailyPoints" label={s.daily} dependencies={['leastPoints']} rules={[needed]}>
          <InputNumber min={1} max={10_000_000} precision={0} suffix={s.pointsUnit} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="dailyTimes" label={s.times} rules={[needed]}>
          <InputNumber min={1} max={100} precision={0} suffix={s.timesUnit} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </Section>
  );
}
