import { MoreOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import type { StaffRow } from '../../shared/api/types';
import { useMay, useSession } from '../../shared/session/session';
import { useAction } from '../../shared/ui/use-action';
import { resetPassword, revokeStaff, staffKey } from './api';
import type { StaffHandlers } from './handlers';
import { t } from './strings';

export function StaffActions({ staff, onEdit, onInvite, onPassword }: StaffHandlers & { staff: StaffRow }) {
  const may = useMay();
  const session = useSession();
  const { modal } = App.useApp();
  const revoke = useAction(() => revokeStaff(staff.staffId), { said: t.revokedDone, refresh: [staffKey] });
  const reset = useAction(() => resetPassword(staff.staffId), {
    refresh: [staffKey],
    onDone: (answer) => onPassword(staff, answer.temporaryPassword),
  });
  if (!may('staff.write')) return null;
  const isSelf = session?.staff.staffId === staff.staffId;
  const confirmReset = () =>
    modal.confirm({ title: t.resetTitle(staff.name), content: t.resetText, onOk: () => reset.mutateAsync() });
  const confirmRevoke = () =>
    modal.confirm({
      title: t.revokeTitle(staff.name),
      content: t.revokeText,
      okText: t.revoke,
      okButtonProps: { danger: true },
      onOk: () => revoke.mutateAsync(),
    });
  return (
    <>
      <Button type="link" size="small" onClick={() => onInvite(staff)}>
        {t.invite}
      </Button>
      <Button type="link" size="small" onClick={() => onEdit(staff)}>
        {t.edit}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'reset', label: t.reset, disabled: !staff.login, onClick: confirmReset },
            { key: 'revoke', label: t.revoke, danger: true, disabled: isSelf, onClick: confirmRevoke },
          ],
        }}
      >
        <Button type="text" size="small" icon={<MoreOutlined />} aria-label={t.more} />
      </Dropdown>
    </>
  );
}
