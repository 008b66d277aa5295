import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useMay } from '../../shared/session/session';
import { common } from '../../shared/text/common';
import { SearchBox } from '../../shared/ui/search-box';
import { type AuditFilter, listActors } from './api';
import { actionNames, t } from './strings';

interface AuditFiltersProps {
  filter: AuditFilter;
  isFiltered: boolean;
  onPatch: (patch: Partial<AuditFilter>) => void;
  onReset: () => void;
}

export function AuditFilters({ filter, isFiltered, onPatch, onReset }: AuditFiltersProps) {
  const may = useMay();
  const staff = useQuery({ queryKey: ['audit-actors'], queryFn: listActors, enabled: may('staff.read') });
  const people = (staff.data?.items ?? []).map((row) => ({ value: `staff:${row.staffId}`, label: row.name }));
  return (
    <>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t.actorFilter}
        style={{ width: 150 }}
        value={filter.actor || undefined}
        onChange={(actor?: string) => onPatch({ actor: actor ?? '' })}
        options={[
          ...people,
          { value: 'system', label: t.actorKinds.system },
          { value: 'member', label: t.actorKinds.member },
        ]}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t.actionFilter}
        style={{ width: 170 }}
        value={filter.action || undefined}
        onChange={(action?: string) => onPatch({ action: action ?? '' })}
        options={Object.entries(actionNames).map(([value, label]) => ({ value, label }))}
      />
      <SearchBox
        value={filter.subject}
        onSearch={(subject) => onPatch({ subject })}
        placeholder={t.subjectFilter}
        width={220}
      />
      {isFiltered ? (
        <Button type="link" onClick={onReset}>
          {common.reset}
        </Button>
      ) : null}
    </>
  );
}
