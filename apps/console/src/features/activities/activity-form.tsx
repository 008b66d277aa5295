import { Button, Form, Input, InputNumber } from 'antd';
import type { ActivityInput } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { Panel } from '../../shared/ui/panel';
import { CouponInput, MomentInput, StoreInput } from '../../shared/ui/pickers';
import styles from './activities.module.css';
import { ActivityCard } from './activity-card';
import { t } from './strings';

interface ActivityFormProps {
  initial: ActivityInput;
  taken: number;
  submitText: string;
  isBusy: boolean;
  onSubmit: (input: ActivityInput) => void;
}

const f = t.fields;
const needed = { required: true, message: common.required };

/** `until` must lie after another field's moment. */
const after = (other: string, message: string, orEqual = false) => ({
  dependencies: [other],
  rules: [
    needed,
    ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
      validator: async (_: unknown, value: string | null) => {
        const limit = getFieldValue(other) as string | null;
        if (value && limit && (orEqual ? value > limit : value <= limit)) throw new Error(message);
      },
    }),
  ],
});

function TimeFields({ taken }: { taken: number }) {
  return (
    <div className={styles.pair}>
      <Form.Item name="startsAt" label={f.startsAt} rules={[needed]}>
        <MomentInput />
      </Form.Item>
      <Form.Item name="endsAt" label={f.endsAt} {...after('startsAt', t.endWrong)}>
        <MomentInput />
      </Form.Item>
      <Form.Item name="signUpUntil" label={f.signUpUntil} {...after('endsAt', t.untilWrong, true)}>
        <MomentInput />
      </Form.Item>
      <Form.Item
        name="seatsTotal"
        label={f.seats}
        rules={[needed, { type: 'number', min: Math.max(1, taken), message: t.seatsWrong(taken) }]}
      >
        <InputNumber min={1} max={10_000} precision={0} suffix={f.seatsUnit} style={{ width: '100%' }} />
      </Form.Item>
    </div>
  );
}

export function ActivityForm({ initial, taken, submitText, isBusy, onSubmit }: ActivityFormProps) {
  const [form] = Form.useForm<ActivityInput>();
  const values = Form.useWatch([], form) as Partial<ActivityInput> | undefined;
  return (
    <div className={styles.board}>
      <Panel title={t.form}>
        <Form<ActivityInput>
          form={form}
          layout="vertical"
          initialValues={initial}
          onFinish={(finished) =>
            onSubmit({
              ...initial,
              ...finished,
              coverUrl: finished.coverUrl || null,
              storeId: finished.storeId ?? null,
              couponTemplateId: finished.couponTemplateId ?? null,
            })
          }
        >
          <Form.Item name="title" label={f.title} rules={[{ ...needed, whitespace: true }]}>
            <Input maxLength={40} showCount placeholder={f.titlePlaceholder} />
          </Form.Item>
          <Form.Item name="summary" label={f.summary} rules={[{ ...needed, whitespace: true }]}>
            <Input maxLength={60} showCount />
          </Form.Item>
          <TimeFields taken={taken} />
          <div className={styles.pair}>
            <Form.Item name="storeId" label={f.store}>
              <StoreInput placeholder={f.storePlaceholder} />
            </Form.Item>
            <Form.Item name="place" label={f.place} rules={[{ ...needed, whitespace: true }]}>
              <Input maxLength={60} />
            </Form.Item>
          </div>
          <Form.Item name="body" label={f.body} className={styles.counted} rules={[{ ...needed, whitespace: true }]}>
            <Input.TextArea rows={6} maxLength={2000} showCount placeholder={f.bodyPlaceholder} />
          </Form.Item>
          <Form.Item
            name="coverUrl"
            label={f.cover}
            extra={f.coverHint}
            rules={[{ pattern: /^(https?:\/\/|\/)/, message: t.urlWrong }]}
          >
            <Input maxLength={300} />
          </Form.Item>
          <Form.Item name="couponTemplateId" label={f.coupon} extra={f.couponHint}>
            <CouponInput placeholder={f.couponPlaceholder} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {submitText}
          </Button>
        </Form>
      </Panel>
      <div className={styles.side}>
        <Panel title={t.preview}>
          <ActivityCard activity={{ ...initial, ...values }} />
        </Panel>
      </div>
    </div>
  );
}
