import { Button } from 'antd';
import { useNavigate } from 'react-router-dom';
import type { TagRow } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { useTags } from '../../shared/lookups/lookups';
import type { DataColumn } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { Allowed } from '../../shared/ui/allowed';
import { Pill } from '../../shared/ui/pill';
import { useUrlState } from '../../shared/ui/use-url-state';
import { NewTag } from './new-tag';
import { t } from './strings';

const tones = { manual: 'accent', rule: 'info', scored: 'brand' } as const;

const columns: DataColumn<TagRow>[] = [
  { key: 'name', title: t.tag, lead: true, width: 180, sortable: true, value: (row) => row.name },
  { key: 'code', title: t.tagCode, width: 160, hiddenAtFirst: true, value: (row) => row.code },
  {
    key: 'kind',
    title: t.kind,
    width: 90,
    value: (row) => t.kinds[row.kind],
    render: (row) => <Pill tone={tones[row.kind] ?? 'neutral'}>{t.kinds[row.kind] ?? row.kind}</Pill>,
  },
  {
    key: 'members',
    title: t.members,
    width: 110,
    align: 'right',
    sortable: true,
    value: (row) => row.members,
    render: (row) => formatCount(row.members),
  },
  { key: 'description', title: t.description, width: 420, value: (row) => row.description },
];

const defaults = { sort: '-members' };

export function TagsTable() {
  const [state, patch] = useUrlState(defaults);
  const navigate = useNavigate();
  const query = useTags();
  const actions: DataColumn<TagRow> = {
    key: 'actions',
    title: '',
    width: 110,
    actions: true,
    value: () => null,
    render: (row) => (
      <Button type="link" size="small" onClick={() => navigate(`/members?tag=${row.code}`)}>
        {t.viewMembers}
      </Button>
    ),
  };
  return (
    <DataTable<TagRow>
      id="tags"
      columns={[...columns, actions]}
      rowKey={(row) => row.code}
      query={query}
      state={state}
      filters={
        <Allowed to="tagging.write">
          <NewTag />
        </Allowed>
      }
      onState={patch}
      empty={{ title: t.tagsEmpty, hint: t.tagsEmptyHint }}
      exportSource={t.exportName}
    />
  );
}
