import { Form, Input, Modal, Select } from 'antd';
import type { Role, StaffDraft, StaffRow } from '../../shared/api/types';
import { common, roleNames } from '../../shared/text/common';
import { StoresInput } from '../../shared/ui/pickers';
import { useAction } from '../../shared/ui/use-action';
import { createStaff, reviseStaff, staffKey } from './api';
import styles from './staff.module.css';
import { roleHints, t } from './strings';

interface StaffDialogProps {
  staff: StaffRow | null;
  onClose: () => void;
  onPassword: (name: string, password: string) => void;
}

interface StaffForm {
  name: string;
  login?: string;
  role: Role;
  storeIds: string[] | null;
}

const bound = ['store-manager', 'clerk'];

const roleOptions = Object.entries(roleNames).map(([value, label]) => ({ value, label, hint: roleHints[value] }));

export function StaffDialog({ staff, onClose, onPassword }: StaffDialogProps) {
  const [form] = Form.useForm<StaffForm>();
  const role = Form.useWatch('role', form) ?? staff?.role ?? 'clerk';
  const save = useAction(
    async (draft: StaffDraft) => {
      if (!staff) return (await createStaff(draft)).temporaryPassword;
      await reviseStaff(staff.staffId, draft);
      return null;
    },
    {
      said: staff ? t.saved : t.created,
      refresh: [staffKey],
      onDone: (password, draft) => {
        if (password) onPassword(draft.name, password);
        else onClose();
      },
    },
  );
  return (
    <Modal
      open
      title={staff ? t.editTitle : t.newTitle}
      okText={common.save}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<StaffForm>
        form={form}
        layout="vertical"
        initialValues={
          staff
            ? {
                name: staff.name,
                login: staff.login ?? '',
                role: staff.role,
                storeIds: staff.stores.map(({ id }) => id),
              }
            : { role: 'clerk', storeIds: null }
        }
        onFinish={(values) =>
          save.mutate({
            name: values.name.trim(),
            login: values.login?.trim() || null,
            role: values.role,
            storeIds: values.storeIds ?? [],
          })
        }
      >
        <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: common.required }]}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="role" label={t.role}>
          <Select
            options={roleOptions}
            optionRender={({ label, data }) => (
              <div className={styles.role}>
                <b>{label}</b>
                <span>{data.hint}</span>
              </div>
            )}
          />
        </Form.Item>
        <Form.Item
          name="login"
          label={t.login}
          extra={t.loginHint}
          rules={[{ pattern: /^[a-z0-9.-]{3,32}$/, message: t.loginWrong }]}
        >
          <Input maxLength={32} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="storeIds"
          label={t.stores}
          extra={t.storesHint}
          rules={bound.includes(role) ? [{ required: true, message: t.storesNeeded }] : []}
        >
          <StoresInput />
        </Form.Item>
      </Form>
    </Modal>
  );
}
