import { ScrollView, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { money } from '@/shared/format/amount';
import type { Product } from '@/shared/http/types';
import { Field } from '@/shared/ui/field';
import { Icon } from '@/shared/ui/icon';
import { QueryView } from '@/shared/ui/query-view';
import { useProducts } from './clerk.api';
import type { Draft } from './draft';
import { text } from './strings';
import './clerk.scss';

const Stepper = ({ product, draft }: { product: Product; draft: Draft }) => {
  const quantity = draft.cart[product.sku]?.quantity ?? 0;
  return (
    <View className="stepper">
      {quantity > 0 ? (
        <>
          <View className="stepper__button" aria-label={`减少${product.name}`} onClick={() => draft.put(product, -1)}>
            <Icon name="minus" tone="brand" />
          </View>
          <Text className="number stepper__count">{String(quantity)}</Text>
        </>
      ) : null}
      <View
        id={`add-${product.sku}`}
        className="stepper__button"
        aria-label={`增加${product.name}`}
        onClick={() => draft.put(product, 1)}
      >
        <Icon name="plus" tone="brand" />
      </View>
    </View>
  );
};

// What has no price of its own is recorded by amount.
const priced = (product: Product): boolean => product.priceFen !== null;

export const ProductPicker = ({ draft, storeId }: { draft: Draft; storeId: string }) => {
  const [q, setQ] = useState('');
  const products = useProducts(storeId, q.trim());
  return (
    <View>
      <Field id="product-search" value={q} placeholder={text.search} onChange={setQ} />
      <QueryView query={products}>
        {({ items }) => (
          <ScrollView className="products" scrollY>
            {items.filter(priced).map((product) => (
              <View key={product.sku} className="cell">
                <View className="cell__body">
                  <Text className="cell__title">{product.name}</Text>
                  <Text className="cell__note">{`${product.category ?? ''} ${money(product.priceFen ?? 0)}`}</Text>
                </View>
                <Stepper product={product} draft={draft} />
              </View>
            ))}
            {items.length ? null : <Text className="soft">{text.noProducts}</Text>}
          </ScrollView>
        )}
      </QueryView>
    </View>
  );
};
