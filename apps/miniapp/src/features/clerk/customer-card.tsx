import { Text, View } from '@tarojs/components';
import { points as inPoints, money } from '@/shared/format/amount';
import { dayText, shortDate } from '@/shared/format/time';
import type { CustomerCard as Customer } from '@/shared/http/types';
import { tierGradient } from '@/shared/theme/theme';
import { Avatar } from '@/shared/ui/avatar';
import { Card } from '@/shared/ui/card';
import { Chip } from '@/shared/ui/chip';
import { Icon } from '@/shared/ui/icon';
import { text } from './strings';
import './clerk.scss';

const Who = ({ customer }: { customer: Customer }) => (
  <View className="customer" style={{ background: tierGradient(customer.tier.colour) }}>
    <Avatar name={customer.member.nickname} url={customer.member.avatarUrl} />
    <View className="grow">
      <Text id="customer-name" className="customer__name">
        {customer.member.nickname}
      </Text>
      <Text className="customer__line">
        {`${customer.member.memberNoMasked} · ${text.memberSince(shortDate(customer.member.joinedAt))}`}
      </Text>
    </View>
    <View className="customer__right">
      <Text className="customer__tier">{customer.tier.name}</Text>
      <Text className="number customer__line">{text.points(inPoints(customer.points.available))}</Text>
    </View>
  </View>
);

/** One thing to say, and why: the clerk decides whether to say it. */
const Suggestion = ({ suggestion }: { suggestion: NonNullable<Customer['suggestion']> }) => (
  <View className="suggestion">
    <Icon name="comment" tone="accent" />
    <View className="grow">
      <Text className="suggestion__text">{suggestion.text}</Text>
      <Text className="faint">{suggestion.reason}</Text>
    </View>
  </View>
);

const Last = ({ purchases, first }: { purchases: Customer['lastPurchases']; first: boolean }) => (
  <View className="last">
    {purchases.slice(0, 3).map((purchase) => (
      <View key={purchase.at} className="sum">
        <Text className="grow soft">{`${dayText(purchase.at)} ${purchase.summary}`}</Text>
        <Text className="number soft">{money(purchase.amountFen)}</Text>
      </View>
    ))}
    {first ? <Text className="soft">{text.noPurchases}</Text> : null}
  </View>
);

const More = ({ customer }: { customer: Customer }) => (
  <View className="customer__more">
    {customer.suggestion ? <Suggestion suggestion={customer.suggestion} /> : null}
    {customer.tastes.length ? (
      <View className="tastes">
        {customer.tastes.map((taste) => (
          <Chip key={taste} tone="quiet">
            {taste}
          </Chip>
        ))}
      </View>
    ) : null}
    <Last
      purchases={customer.lastPurchases}
      first={customer.lastPurchases.length === 0 && customer.suggestion === null}
    />
  </View>
);

/** Once an amount is typed the card folds to its head, so that the preview is on the screen with it. */
export const CustomerCard = ({ customer, folded }: { customer: Customer; folded: boolean }) => (
  <Card className="card--flush">
    <Who customer={customer} />
    {folded ? null : <More customer={customer} />}
  </Card>
);
