import { useQuery } from '@tanstack/react-query';
import { Input, Select, Space } from 'antd';
import { useState } from 'react';
import type { ContentLink } from '../../shared/api/types';
import { listTargets } from './api';
import { linkNames, t } from './strings';

type Kind = ContentLink['kind'];

interface LinkFieldsProps {
  value?: ContentLink | null;
  onChange?: (link: ContentLink | null) => void;
}

/** Nothing, or a coupon, an activity or a product that the post leads to. */
export function LinkFields({ value, onChange }: LinkFieldsProps) {
  const [kind, setKind] = useState<Kind | ''>(value?.kind ?? '');
  const targets = useQuery({
    queryKey: ['content-targets', kind],
    queryFn: () => listTargets(kind as Kind),
    enabled: kind === 'coupon' || kind === 'activity',
  });
  const change = (next: Kind | '') => {
    setKind(next);
    onChange?.(next === 'product' ? { kind: 'product', id: '', title: '' } : null);
  };
  const pick = (id: string) => {
    const target = targets.data?.find((item) => item.id === id);
    if (kind && target) onChange?.({ kind, ...target });
  };
  return (
    <Space orientation="vertical" style={{ width: '100%' }}>
      <Select<Kind | ''>
        style={{ width: '100%' }}
        value={kind}
        onChange={change}
        options={[
          { value: '', label: t.fields.linkNone },
          ...Object.entries(linkNames).map(([key, label]) => ({ value: key as Kind, label })),
        ]}
      />
      {kind === 'coupon' || kind === 'activity' ? (
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%' }}
          placeholder={t.fields.linkTarget}
          loading={targets.isLoading}
          value={value?.id || undefined}
          onChange={pick}
          options={targets.data?.map((item) => ({ value: item.id, label: item.title }))}
        />
      ) : null}
      {kind === 'product' ? (
        <Space.Compact style={{ width: '100%' }}>
          <Input
            placeholder={t.fields.productId}
            value={value?.id}
            onChange={(event) => onChange?.({ kind: 'product', title: value?.title ?? '', id: event.target.value })}
          />
          <Input
            placeholder={t.fields.productTitle}
            value={value?.title}
            onChange={(event) => onChange?.({ kind: 'product', id: value?.id ?? '', title: event.target.value })}
          />
        </Space.Compact>
      ) : null}
    </Space>
  );
}
