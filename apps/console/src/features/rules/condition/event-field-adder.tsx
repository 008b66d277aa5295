import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { t } from '../strings';

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;

/** Events carry data of their own: a field of it becomes a fact by its name. */
export function EventFieldAdder({ disabled, onAdd }: { disabled?: boolean; onAdd: (name: string) => void }) {
  const [name, setName] = useState('');
  const isRight = NAME.test(name);
  const add = () => {
    onAdd(`event.${name}`);
    setName('');
  };
  return (
    <Space.Compact size="small">
      <Input
        aria-label={t.condition.eventField}
        placeholder={t.condition.eventField}
        disabled={disabled}
        value={name}
        status={name && !isRight ? 'error' : undefined}
        onChange={(event) => setName(event.target.value.trim())}
        style={{ width: 130 }}
      />
      <Button icon={<PlusOutlined />} disabled={disabled || !isRight} onClick={add}>
        {t.condition.addEventField}
      </Button>
    </Space.Compact>
  );
}
