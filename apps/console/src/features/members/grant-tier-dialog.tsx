import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, DatePicker, Form, Input, Modal, Select } from 'antd';
import { messageOf } from '../../shared/api/errors';
import { useKeyedWrite } from '../../shared/api/keyed-write';
import type { MemberDetail } from '../../shared/api/types';
import { brandNow, type Dayjs } from '../../shared/format/time';
import { useTiers } from '../../shared/lookups/lookups';
import { common } from '../../shared/text/common';
import { memberKey } from './api';
import { t } from './strings';
import { type GrantForm, grantTier } from './tier-api';

interface Values {
  code: string;
  until: Dayjs;
  reason: string;
}

const needed = { required: true, message: common.required };

export function GrantTierDialog({ member, onClose }: { member: MemberDetail; onClose: () => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const tiers = useTiers();
  const [form] = Form.useForm<Values>();
  const grant = useKeyedWrite(
    (input: GrantForm, key) => grantTier(member.memberId, input, key),
    () => {
      message.success(t.grantDone);
      void client.invalidateQueries({ queryKey: memberKey(member.memberId) });
      onClose();
    },
  );
  const today = brandNow().startOf('day');
  return (
    <Modal
      open
      title={t.grantTitle(member.nickname)}
      okText={common.confirm}
      confirmLoading={grant.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={({ code, until, reason }) =>
          grant.mutate({ code, until: until.format('YYYY-MM-DD'), reason: reason.trim() })
        }
      >
        <Form.Item name="code" label={t.grantCode} extra={t.grantCodeHint} rules={[needed]}>
          <Select
            loading={tiers.isLoading}
            placeholder={common.choose}
            options={(tiers.data?.items ?? []).slice(1).map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item name="until" label={t.grantUntil} extra={t.grantUntilHint} rules={[needed]}>
          <DatePicker
            style={{ width: '100%' }}
            disabledDate={(day) => day.isBefore(today, 'day')}
            presets={t.grantPresets.map(([label, months]) => ({ label, value: today.add(months, 'month') }))}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t.reason}
          extra={t.grantReasonHint}
          rules={[{ required: true, whitespace: true, message: common.required }]}
        >
          <Input.TextArea rows={2} maxLength={100} showCount />
        </Form.Item>
        {grant.isError ? <Alert type="error" showIcon title={messageOf(grant.error)} /> : null}
      </Form>
    </Modal>
  );
}
