import { Button, Form, Input, InputNumber, Segmented } from 'antd';
import type { ReactNode } from 'react';
import type { NewMallItem } from '../../shared/api/types';
import { Panel } from '../../shared/ui/panel';
import { waits } from './draft';
import { ItemCard } from './item-card';
import { FaceFields, KindFields, LimitFields, needed } from './item-fields';
import styles from './mall.module.css';
import { kindNames, t } from './strings';

interface ItemFormProps {
  initial: NewMallItem;
  /** The kind and the first stock are chosen once. */
  isNew?: boolean;
  isBusy: boolean;
  isLocked?: boolean;
  onSubmit: (item: NewMallItem) => void;
  aside?: ReactNode;
}

const kinds = Object.entries(kindNames).map(([value, label]) => ({ value, label }));

/** What the kind has no use for is left out, whatever was typed before the kind changed. */
const finished = (initial: NewMallItem, values: Partial<NewMallItem>): NewMallItem => {
  const item = { ...initial, ...values };
  return {
    ...item,
    pictureUrl: item.pictureUrl || null,
    minTier: item.minTier ?? null,
    templateId: item.kind === 'coupon' ? (item.templateId ?? null) : null,
    storeIds: waits(item.kind) ? (item.storeIds ?? null) : null,
    stock: item.kind === 'code' ? 0 : item.stock,
  };
};

export function ItemForm({ initial, isNew, isBusy, isLocked, onSubmit, aside }: ItemFormProps) {
  const [form] = Form.useForm<NewMallItem>();
  const values = Form.useWatch([], form) as Partial<NewMallItem> | undefined;
  const kind = values?.kind ?? initial.kind;
  return (
    <div className={styles.board}>
      <Panel title={t.formTitle}>
        <Form<NewMallItem>
          form={form}
          layout="vertical"
          initialValues={initial}
          disabled={isLocked}
          onFinish={(typed) => onSubmit(finished(initial, typed))}
        >
          {isNew ? (
            <Form.Item name="kind" label={t.kind}>
              <Segmented options={kinds} />
            </Form.Item>
          ) : null}
          <FaceFields />
          {isNew && kind !== 'code' ? (
            <Form.Item name="stock" label={t.fields.firstStock} rules={[needed]}>
              <InputNumber min={0} precision={0} suffix={t.fields.pieces} style={{ width: 200 }} />
            </Form.Item>
          ) : null}
          {isNew && kind === 'code' ? <p className={styles.hint}>{t.fields.firstStockHint}</p> : null}
          <KindFields kind={kind} />
          <LimitFields />
          <Form.Item name="terms" label={t.fields.terms}>
            <Input.TextArea rows={5} maxLength={2000} />
          </Form.Item>
          {isLocked ? null : (
            <Button type="primary" htmlType="submit" loading={isBusy}>
              {t.save}
            </Button>
          )}
        </Form>
      </Panel>
      <div className={styles.side}>
        {aside}
        <Panel title={t.previewTitle}>
          <ItemCard draft={{ ...initial, ...values }} />
        </Panel>
      </div>
    </div>
  );
}
