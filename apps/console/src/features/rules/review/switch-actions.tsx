import { App, Button, Space } from 'antd';
import type { RuleView } from '../../../shared/api/types';
import { useMay } from '../../../shared/session/session';
import { common } from '../../../shared/text/common';
import { useAction } from '../../../shared/ui/use-action';
import { pauseRule, resumeRule, retireRule, rulesKey } from '../api';
import { t } from '../strings';

/** Whether an approved rule judges; retired is the end. */
export function SwitchActions({ rule, size = 'small' }: { rule: RuleView; size?: 'small' | 'middle' }) {
  const may = useMay();
  const { modal } = App.useApp();
  const refresh = [rulesKey];
  const pause = useAction(() => pauseRule(rule.ruleId), { said: t.paused, refresh });
  const resume = useAction(() => resumeRule(rule.ruleId), { said: t.resumed, refresh });
  const retire = useAction(() => retireRule(rule.ruleId), { said: t.retired, refresh });
  if (!may('rules.write') || rule.status === 'retired') return null;
  const look = { size, type: size === 'small' ? ('link' as const) : ('default' as const) };
  const isDraft = rule.status === 'draft';
  const ask = () =>
    modal.confirm({
      title: isDraft ? t.discardTitle : t.retireTitle,
      content: isDraft ? t.discardConfirm : t.retireConfirm,
      okText: isDraft ? t.discard : t.retire,
      okButtonProps: { danger: true },
      cancelText: common.cancel,
      onOk: () => retire.mutate(),
    });
  return (
    <Space size={size === 'small' ? 0 : 8}>
      {rule.status === 'active' ? (
        <Button {...look} loading={pause.isPending} onClick={() => pause.mutate()}>
          {t.pause}
        </Button>
      ) : null}
      {rule.status === 'paused' ? (
        <Button {...look} loading={resume.isPending} onClick={() => resume.mutate()}>
          {t.resume}
        </Button>
      ) : null}
      <Button {...look} danger loading={retire.isPending} onClick={ask}>
        {isDraft ? t.discard : t.retire}
      </Button>
    </Space>
  );
}
