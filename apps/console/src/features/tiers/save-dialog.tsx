import { Alert, Form, Modal, Select } from 'antd';
import { messageOf } from '../../shared/api/errors';
import { formatCount } from '../../shared/format/money';
import { common } from '../../shared/text/common';
import { useAction } from '../../shared/ui/use-action';
import { saveTiers, type TierList, type TierPlan, tiersKey } from './api';
import { usePreview } from './preview-panel';
import { t } from './strings';

interface SaveDialogProps {
  plan: TierPlan;
  current: TierList;
  onClose: () => void;
  onSaved: () => void;
}

/** What saving will do, and where the members of a tier go that is taken away. */
export function SaveDialog({ plan, current, onClose, onSaved }: SaveDialogProps) {
  const [form] = Form.useForm<Record<string, string>>();
  const preview = usePreview(plan);
  const save = useAction((moves: Record<string, string>) => saveTiers({ ...plan, version: current.version, moves }), {
    said: t.saved,
    refresh: [tiersKey],
    onDone: onSaved,
  });
  const gone = current.items.filter(
    ({ code, members }) => members > 0 && !plan.tiers.some((tier) => tier.code === code),
  );
  const total = (kind: 'up' | 'down') =>
    (preview.data?.moves ?? []).reduce((sum, move) => (move.kind === kind ? sum + move.members : sum), 0);
  const [ups, downs] = [total('up'), total('down')];
  const options = plan.tiers.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Modal
      open
      title={t.saveTitle}
      okText={t.save}
      cancelText={common.cancel}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(moves) => save.mutate(moves)}>
        {gone.map(({ code, name, members }) => (
          <Form.Item
            key={code}
            name={code}
            label={t.goneTitle(name, formatCount(members))}
            rules={[{ required: true, message: common.choose }]}
          >
            <Select options={options} placeholder={common.choose} />
          </Form.Item>
        ))}
      </Form>
      {ups > 0 ? (
        <Alert type="success" showIcon title={t.saveUps(formatCount(ups))} style={{ marginBottom: 8 }} />
      ) : null}
      {downs > 0 ? <Alert type="warning" showIcon title={t.saveDowns(formatCount(downs))} /> : null}
      {ups + downs + gone.length === 0 ? <Alert type="info" showIcon title={t.saveNone} /> : null}
      {save.isError ? <Alert type="error" showIcon title={messageOf(save.error)} style={{ marginTop: 8 }} /> : null}
    </Modal>
  );
}
