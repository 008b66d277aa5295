import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { CouponBenefit } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { MoneyInput } from '../../shared/ui/pickers';
import styles from './coupons.module.css';
import { BENEFITS } from './draft';
import { t } from './strings';

const f = t.fields;
const needed = { required: true, message: common.required };
const kinds = Object.entries(t.benefitKinds).map(([value, label]) => ({ value, label }));

function Percent({ min }: { min: number }) {
  return (
    <Form.Item name={['benefit', 'percent']} label={f.percent} extra={f.percentHint} rules={[needed]}>
      <InputNumber min={min} max={99} precision={0} suffix={f.percentUnit} style={{ width: '100%' }} />
    </Form.Item>
  );
}

function Money({ name, label, hint, optional }: { name: string; label: string; hint?: string; optional?: boolean }) {
  return (
    <Form.Item name={['benefit', name]} label={label} extra={hint} rules={optional ? [] : [needed]}>
      <MoneyInput min={0} />
    </Form.Item>
  );
}

function Pieces({ name, label, min }: { name: string; label: string; min: number }) {
  return (
    <Form.Item name={['benefit', name]} label={label} rules={[needed]}>
      <InputNumber min={min} max={20} precision={0} suffix={f.pieces} style={{ width: '100%' }} />
    </Form.Item>
  );
}

function Steps() {
  return (
    <Form.List name={['benefit', 'steps']}>
      {(fields, { add, remove }) => (
        <Form.Item label={f.steps}>
          {fields.map((field) => (
            <div key={field.key} className={styles.row}>
              <span>{f.stepFrom}</span>
              <Form.Item name={[field.name, 'thresholdFen']} rules={[needed]}>
                <MoneyInput min={0.01} />
              </Form.Item>
              <span>{f.stepOff}</span>
              <Form.Item name={[field.name, 'amountFen']} rules={[needed]}>
                <MoneyInput min={0.01} />
              </Form.Item>
              <Button type="link" disabled={fields.length === 1} onClick={() => remove(field.name)}>
                {f.remove}
              </Button>
            </div>
          ))}
          <Button disabled={fields.length >= 10} onClick={() => add({ thresholdFen: null, amountFen: null })}>
            {f.addStep}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  );
}

function KindFields({ kind }: { kind: CouponBenefit['kind'] }) {
  switch (kind) {
    case 'cash':
      return <Money name="amountFen" label={f.amount} />;
    case 'percent':
      return (
        <div className={styles.pair}>
          <Percent min={1} />
          <Money name="capFen" label={f.cap} hint={f.capHint} optional />
        </div>
      );
    case 'steps':
      return <Steps />;
    case 'nth-item':
      return (
        <div className={styles.pair}>
          <Pieces name="nth" label={f.nth} min={2} />
          <Percent min={0} />
        </div>
      );
    case 'buy-get':
      return (
        <div className={styles.pair}>
          <Pieces name="buy" label={f.buy} min={1} />
          <Pieces name="get" label={f.get} min={1} />
        </div>
      );
    case 'exchange':
      return <Money name="payFen" label={f.pay} hint={f.payHint} />;
    case 'gift':
      return (
        <Form.Item name={['benefit', 'gift']} label={f.gift} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={40} placeholder={f.giftPlaceholder} />
        </Form.Item>
      );
    case 'free-delivery':
      return <Money name="capFen" label={f.cap} hint={f.capHint} optional />;
  }
}

/** What the coupon takes off; another kind begins with its own figures. */
export function BenefitFields({ kind }: { kind: CouponBenefit['kind'] }) {
  const form = Form.useFormInstance();
  return (
    <>
      <Form.Item name={['benefit', 'kind']} label={f.benefit}>
        <Select
          options={kinds}
          onChange={(next: CouponBenefit['kind']) => form.setFieldValue('benefit', BENEFITS[next])}
        />
      </Form.Item>
      <KindFields kind={kind} />
    </>
  );
}
