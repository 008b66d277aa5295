import { Button, Select } from 'antd';
import { FAN_TIERS } from '../../shared/lookups/fan-tiers';
import { useTags } from '../../shared/lookups/lookups';
import { common } from '../../shared/text/common';
import { TierSelect } from '../../shared/ui/pickers';
import { SearchBox } from '../../shared/ui/search-box';
import type { MembersFilter } from './api';
import { t } from './strings';

interface MemberFiltersProps {
  filter: MembersFilter;
  onPatch: (patch: Partial<MembersFilter>) => void;
  onReset: () => void;
}

export function MemberFilters({ filter, onPatch, onReset }: MemberFiltersProps) {
  const tags = useTags();
  const isFiltered = Boolean(filter.q || filter.tier || filter.fanTier || filter.tag);
  return (
    <>
      <SearchBox value={filter.q} onSearch={(q) => onPatch({ q })} placeholder={t.search} width={250} />
      <TierSelect
        placeholder={t.tier}
        style={{ width: 110 }}
        value={filter.tier || undefined}
        onChange={(tier?: string) => onPatch({ tier: tier ?? '' })}
      />
      <Select
        allowClear
        placeholder={t.fanTier}
        style={{ width: 120 }}
        value={filter.fanTier || undefined}
        onChange={(fanTier?: string) => onPatch({ fanTier: fanTier ?? '' })}
        options={FAN_TIERS.map((tier) => ({ value: tier.code, label: tier.name }))}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t.tag}
        style={{ width: 140 }}
        value={filter.tag || undefined}
        onChange={(tag?: string) => onPatch({ tag: tag ?? '' })}
        options={(tags.data?.items ?? []).map((tag) => ({ value: tag.code, label: tag.name }))}
      />
      {isFiltered ? (
        <Button type="link" onClick={onReset}>
          {common.reset}
        </Button>
      ) : null}
    </>
  );
}
