import { DatePicker, InputNumber, type InputNumberProps, Select, type SelectProps } from 'antd';
import { fenToYuan, yuanToFen } from '../format/money';
import { type Dayjs, isoToWall, wallToIso } from '../format/time';
import { useCouponTemplates, useStores, useTiers } from '../lookups/lookups';
import { common } from '../text/common';
import { shortStore } from '../text/names';

/** The form gives an `id`, by which its label names the field. */
type Value<T> = { id?: string; value?: T | null; onChange?: (value: T | null) => void };

/** Yuan on the screen, whole fen in the form. */
export function MoneyInput({ value, onChange, ...more }: Value<number> & Omit<InputNumberProps, 'value' | 'onChange'>) {
  return (
    <InputNumber
      prefix="¥"
      min={0}
      precision={2}
      style={{ width: '100%' }}
      {...more}
      value={value === null || value === undefined ? null : fenToYuan(value)}
      onChange={(yuan) => onChange?.(yuan === null ? null : yuanToFen(Number(yuan)))}
    />
  );
}

/** A moment on the brand's wall clock; the form holds ISO UTC. */
export function MomentInput({ id, value, onChange, placeholder }: Value<string> & { placeholder?: string }) {
  return (
    <DatePicker
      id={id}
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      format="YYYY-MM-DD HH:mm"
      style={{ width: '100%' }}
      placeholder={placeholder}
      value={value ? isoToWall(value) : null}
      onChange={(wall: Dayjs | null) => onChange?.(wall ? wallToIso(wall.second(0)) : null)}
    />
  );
}

/** One store in a filter; empty means all. */
export function StoreFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const stores = useStores();
  return (
    <Select
      value={value || undefined}
      onChange={(id?: string) => onChange(id ?? '')}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={common.allStores}
      style={{ width: 170 }}
      options={stores.map((store) => ({ value: store.id, label: shortStore(store.name) }))}
    />
  );
}

/** Some stores, or all of them when none is chosen (the form then holds null). */
export function StoresInput({ id, value, onChange }: Value<string[]>) {
  const stores = useStores();
  return (
    <Select
      id={id}
      mode="multiple"
      allowClear
      maxTagCount="responsive"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={common.allStores}
      value={value ?? []}
      onChange={(ids: string[]) => onChange?.(ids.length > 0 ? ids : null)}
      options={stores.map((store) => ({ value: store.id, label: shortStore(store.name) }))}
    />
  );
}

export function StoreInput({ id, value, onChange, placeholder }: Value<string> & { placeholder?: string }) {
  const stores = useStores();
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={placeholder ?? common.choose}
      value={value ?? undefined}
      onChange={(id?: string) => onChange?.(id ?? null)}
      options={stores.map((store) => ({ value: store.id, label: shortStore(store.name) }))}
    />
  );
}

/** One coupon that can be given now; the chosen one stays in sight when it has been paused meanwhile. */
export function CouponInput({ id, value, onChange, placeholder }: Value<string> & { placeholder?: string }) {
  const { data, isLoading } = useCouponTemplates();
  const offered = (data?.items ?? []).filter(({ status, templateId }) => status === 'active' || templateId === value);
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={isLoading}
      placeholder={placeholder ?? common.choose}
      value={value ?? undefined}
      onChange={(chosen?: string) => onChange?.(chosen ?? null)}
      options={offered.map(({ templateId, name }) => ({ value: templateId, label: name }))}
    />
  );
}

export function TierSelect(props: SelectProps) {
  const tiers = useTiers();
  return (
    <Select
      allowClear
      {...props}
      loading={tiers.isLoading}
      options={(tiers.data?.items ?? []).map((tier) => ({ value: tier.code, label: tier.name }))}
    />
  );
}
