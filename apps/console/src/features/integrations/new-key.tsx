import { Checkbox, Form, Input, Modal } from 'antd';
import type { ApiKeyDraft, ApiKeyMade } from '../../shared/api/types';
import { useAction } from '../../shared/ui/use-action';
import { createKey, keysKey } from './api';
import { t } from './strings';

const SCOPES: ApiKeyDraft['scopes'] = ['events.write'];

/** Asks for a name; the answer carries the secret, once. */
export function NewKey({ onMade, onClose }: { onMade: (made: ApiKeyMade) => void; onClose: () => void }) {
  const [form] = Form.useForm<ApiKeyDraft>();
  const action = useAction(createKey, { refresh: [keysKey], onDone: onMade });
  return (
    <Modal
      open
      title={t.add}
      okText={t.create}
      cancelText={t.cancel}
      confirmLoading={action.isPending}
      onOk={() => void form.validateFields().then((draft) => action.mutate(draft))}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={{ name: '', scopes: SCOPES }}>
        <Form.Item
          name="name"
          label={t.name}
          extra={t.nameHint}
          rules={[{ required: true, whitespace: true, message: t.nameMissing }]}
        >
          <Input maxLength={64} autoFocus />
        </Form.Item>
        <Form.Item name="scopes" label={t.scopes} rules={[{ required: true, message: t.scopes }]}>
          <Checkbox.Group
            options={SCOPES.map((value) => ({ value, label: `${t.scopeNames[value]}（${t.scopeHint}）` }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
