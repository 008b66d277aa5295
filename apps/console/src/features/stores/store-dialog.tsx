import { Form, Input, InputNumber, Modal } from 'antd';
import type { StoreDraft, StoreRow } from '../../shared/api/types';
import { storesKey } from '../../shared/lookups/lookups';
import { common } from '../../shared/text/common';
import { brand } from '../../shared/theme/tokens';
import { useAction } from '../../shared/ui/use-action';
import { createStore, reviseStore } from './api';
import styles from './stores.module.css';
import { t } from './strings';

const needed = { required: true, whitespace: true, message: common.required };

export function StoreDialog({ store, onClose }: { store: StoreRow | null; onClose: () => void }) {
  const [form] = Form.useForm<StoreDraft>();
  const save = useAction((draft: StoreDraft) => (store ? reviseStore(store.id, draft) : createStore(draft)), {
    said: store ? t.saved : t.created,
    refresh: [storesKey],
    onDone: onClose,
  });
  return (
    <Modal
      open
      width={620}
      title={store ? t.editTitle : t.newTitle}
      okText={common.save}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<StoreDraft>
        form={form}
        layout="vertical"
        initialValues={store ?? {}}
        onFinish={(values) =>
          save.mutate({
            ...values,
            phone: values.phone || null,
            lat: values.lat ?? null,
            lng: values.lng ?? null,
            zone: store?.zone ?? brand.zone,
            photoUrl: store?.photoUrl ?? null,
          })
        }
      >
        <div className={styles.pair}>
          <Form.Item name="name" label={t.name} rules={[needed]}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="code" label={t.code} extra={t.codeHint} rules={[needed]}>
            <Input maxLength={32} />
          </Form.Item>
        </div>
        <Form.Item name="address" label={t.address} rules={[needed]}>
          <Input maxLength={120} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="phone" label={t.phone}>
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item name="openHours" label={t.hours} rules={[needed]}>
            <Input maxLength={60} placeholder={t.hoursPlaceholder} />
          </Form.Item>
          <Form.Item name="lat" label={t.lat} extra={t.placeHint}>
            <InputNumber min={-90} max={90} step={0.0001} controls={false} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="lng" label={t.lng}>
            <InputNumber min={-180} max={180} step={0.0001} controls={false} style={{ width: '100%' }} />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
