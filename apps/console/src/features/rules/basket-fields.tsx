import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber } from 'antd';
import type { TryInput } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { MoneyInput } from '../../shared/ui/pickers';
import { basketTotal } from './draft';
import styles from './rules.module.css';
import { t } from './strings';

const needed = [{ required: true, message: common.required }];

export function BasketFields() {
  const lines = (Form.useWatch('lines') ?? []) as TryInput['lines'];
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <div className={styles.basket}>
          <div className={styles.basketHead}>
            <span>{t.productName}</span>
            <span>{t.category}</span>
            <span>{t.quantity}</span>
            <span>{t.amount}</span>
            <span />
          </div>
          {fields.map((field) => (
            <div key={field.key} className={styles.basketLine}>
              <Form.Item name={[field.name, 'name']} rules={needed} noStyle>
                <Input aria-label={t.productName} />
              </Form.Item>
              <Form.Item name={[field.name, 'category']} rules={needed} noStyle>
                <Input aria-label={t.category} />
              </Form.Item>
              <Form.Item name={[field.name, 'quantity']} rules={needed} noStyle>
                <InputNumber min={1} max={999} precision={0} style={{ width: '100%' }} aria-label={t.quantity} />
              </Form.Item>
              <Form.Item name={[field.name, 'amountFen']} rules={needed} noStyle>
                <MoneyInput aria-label={t.amount} />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t.removeLine}
                disabled={fields.length === 1}
                onClick={() => remove(field.name)}
              />
            </div>
          ))}
          <div className={styles.basketFoot}>
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ quantity: 1 })}>
              {t.addLine}
            </Button>
            <b>{t.total(basketTotal(lines.filter(Boolean)))}</b>
          </div>
        </div>
      )}
    </Form.List>
  );
}
