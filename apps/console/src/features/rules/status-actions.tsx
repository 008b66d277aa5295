import { Button, Popconfirm } from 'antd';
import type { RuleStatus, RuleView } from '../../shared/api/types';
import { useMay } from '../../shared/session/session';
import { useAction } from '../../shared/ui/use-action';
import { rulesKey, setRuleStatus } from './api';
import { statusNames, t } from './strings';

/** What may follow a rule's state; retired is the end. */
export function StatusActions({ rule, size = 'small' }: { rule: RuleView; size?: 'small' | 'middle' }) {
  const may = useMay();
  const change = useAction((status: RuleStatus) => setRuleStatus(rule.ruleId, status), {
    said: (_, status) => t.statusChanged(statusNames[status]),
    refresh: [rulesKey],
  });
  if (!may('rules.write') || rule.status === 'retired') return null;
  const type = size === 'small' ? 'link' : 'default';
  const isBusy = change.isPending;
  return (
    <>
      {rule.status === 'active' ? (
        <Button size={size} type={type} loading={isBusy} onClick={() => change.mutate('paused')}>
          {t.pause}
        </Button>
      ) : (
        <Button size={size} type={type} loading={isBusy} onClick={() => change.mutate('active')}>
          {t.activate}
        </Button>
      )}
      <Popconfirm title={t.retireConfirm} onConfirm={() => change.mutate('retired')}>
        <Button size={size} type={type} danger disabled={isBusy}>
          {t.retire}
        </Button>
      </Popconfirm>
    </>
  );
}
