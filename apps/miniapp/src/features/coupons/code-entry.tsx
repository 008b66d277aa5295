import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { platform } from '@/platform';
import { shortDate } from '@/shared/format/time';
import { isOffline, reasonOf } from '@/shared/http/api-error';
import type { MyCoupon } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Field } from '@/shared/ui/field';
import { Icon } from '@/shared/ui/icon';
import { Ticket } from '@/shared/ui/ticket';
import { codeIn, grouped } from './code-text';
import { useCode } from './coupons.api';
import { text } from './strings';
import './coupons.scss';

const LEAST = 4;

const Done = ({ coupon, onAgain }: { coupon: MyCoupon; onAgain: () => void }) => (
  <>
    <Card id="code-done" className="got">
      <View className="got__mark">
        <Icon name="check" tone="brand" />
      </View>
      <Text className="got__said">{text.code.done}</Text>
    </Card>
    <Ticket
      headline={coupon.headline}
      thresholdFen={coupon.thresholdFen}
      name={coupon.name}
      terms={coupon.terms}
      validity={[text.validUntil(shortDate(coupon.validUntil))]}
    />
    <View className="pair">
      <Button look="soft" size="small" onTap={onAgain}>
        {text.code.again}
      </Button>
      <Button size="small" onTap={() => go(routes.code)}>
        {text.use}
      </Button>
    </View>
  </>
);

/** What went wrong stands under the field and stays: a toast is gone before the card has been looked at again. */
const problemOf = (error: unknown): string => (isOffline(error) ? text.code.unsure : error ? reasonOf(error) : '');

/** A unique code from a card or a parcel: typed, pasted or scanned. */
export const CodeEntry = () => {
  const [typed, type] = useState('');
  const [coupon, keep] = useState<MyCoupon | null>(null);
  const use = useCode();
  const submit = (code: string) => {
    if (code.replace(/-/g, '').length >= LEAST && !use.isPending) use.mutate(code, { onSuccess: keep });
  };
  const change = (next: string) => {
    if (use.error) use.reset();
    type(grouped(next, typed));
  };
  const fill = (found: string | null) => {
    const code = codeIn(found ?? '');
    if (code) change(code);
    return code;
  };
  if (coupon)
    return (
      <Done
        coupon={coupon}
        onAgain={() => {
          keep(null);
          type('');
        }}
      />
    );
  return (
    <>
      <Card className={`code-entry ${use.error ? 'code-entry--wrong' : ''}`}>
        <Field
          id="coupon-code"
          label={text.code.label}
          value={typed}
          placeholder={text.code.placeholder}
          note={problemOf(use.error) || text.code.note}
          maxLength={48}
          focus
          onChange={change}
          onEnter={submit}
        />
        <View className="pair">
          <Button id="paste-code" look="soft" size="small" onTap={() => void platform.pasted().then(fill)}>
            {text.code.paste}
          </Button>
          <Button
            id="scan-code"
            look="soft"
            size="small"
            onTap={() => void platform.scan().then((found) => submit(fill(found)))}
          >
            {text.code.scan}
          </Button>
        </View>
      </Card>
      <Button
        id="use-code"
        wide
        busy={use.isPending}
        disabled={typed.replace(/-/g, '').length < LEAST}
        onTap={() => submit(typed)}
      >
        {text.code.submit}
      </Button>
    </>
  );
};
