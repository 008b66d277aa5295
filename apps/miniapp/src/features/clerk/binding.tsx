import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Field } from '@/shared/ui/field';
import { Illustration } from '@/shared/ui/illustration';
import { say, sayError } from '@/shared/ui/toast';
import { useBind } from './clerk.api';
import { text } from './strings';
import './clerk.scss';

export const Binding = () => {
  const [code, setCode] = useState('');
  const bind = useBind();
  const submit = () => {
    const trimmed = code.trim();
    if (!trimmed || bind.isPending) return;
    bind.mutate(trimmed, { onSuccess: (staff) => say(text.bound(staff.name)), onError: sayError });
  };
  return (
    <Card className="binding">
      <Illustration name="shop" />
      <Text className="binding__title">{text.bindTitle}</Text>
      <Text className="prose">{text.bindNote}</Text>
      <Field id="invitation" value={code} placeholder={text.bindPlaceholder} onChange={setCode} onEnter={submit} />
      <Button id="bind" wide busy={bind.isPending} disabled={!code.trim()} onTap={submit}>
        {text.bind}
      </Button>
    </Card>
  );
};
