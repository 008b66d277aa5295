import { Button, DatePicker, Segmented } from 'antd';
import { dayjs } from '../../shared/format/time';
import { common } from '../../shared/text/common';
import { SearchBox } from '../../shared/ui/search-box';
import { isLookFiltered, type LookFilter } from './api';
import { t } from './strings';

interface LookFiltersProps {
  filter: LookFilter;
  /** Every state with its words, in the order of the filter. */
  states: Readonly<Record<string, string>>;
  onPatch: (patch: Partial<LookFilter>) => void;
  onReset: () => void;
}

/** How payments and refunds are found: by state, by day, by whatever number is at hand. */
export function LookFilters({ filter, states, onPatch, onReset }: LookFiltersProps) {
  const options = [
    { value: '', label: common.all },
    ...Object.entries(states).map(([value, label]) => ({ value, label })),
  ];
  return (
    <>
      <Segmented options={options} value={filter.state} onChange={(state) => onPatch({ state })} />
      <DatePicker
        placeholder={t.day}
        style={{ width: 128 }}
        value={filter.day ? dayjs(filter.day) : null}
        onChange={(day) => onPatch({ day: day?.format('YYYY-MM-DD') ?? '' })}
      />
      <SearchBox value={filter.q} onSearch={(q) => onPatch({ q })} placeholder={t.search} width={220} />
      {isLookFiltered(filter) ? (
        <Button type="link" onClick={onReset}>
          {common.reset}
        </Button>
      ) : null}
    </>
  );
}
