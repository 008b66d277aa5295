import { Input, Text, View } from '@tarojs/components';
import { brand } from '@/shared/theme/theme';
import { Card } from '@/shared/ui/card';
import { Segment } from '@/shared/ui/segment';
import type { Draft } from './draft';
import { ProductPicker } from './product-picker';
import { text } from './strings';
import './clerk.scss';

const Amount = ({ draft }: { draft: Draft }) => (
  <View className="amount">
    <Text className="amount__sign">{brand.currencySymbol}</Text>
    <Input
      id="amount"
      className="number amount__input"
      type="digit"
      value={draft.amountText}
      placeholder={text.amountPlaceholder}
      placeholderClass="field__placeholder"
      focus
      maxlength={9}
      aria-label={text.amount}
      onInput={(event) => draft.setAmountText(event.detail.value)}
    />
  </View>
);

export const Entry = ({ draft, storeId }: { draft: Draft; storeId: string }) => (
  <Card>
    <Segment items={text.modes} chosen={draft.mode} onChoose={draft.setMode} />
    {draft.mode === 'amount' ? <Amount draft={draft} /> : <ProductPicker draft={draft} storeId={storeId} />}
  </Card>
);
