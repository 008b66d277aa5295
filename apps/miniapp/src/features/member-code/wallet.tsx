import { Text, View } from '@tarojs/components';
import { points as inPoints } from '@/shared/format/amount';
import { go, routes } from '@/shared/nav/nav';
import { Card } from '@/shared/ui/card';
import { text } from './strings';
import './code.scss';

/** What the shopper may use at this till. A dash while it is not known. */
export const Wallet = ({ points, coupons }: { points: number | undefined; coupons: number | undefined }) => (
  <Card className="wallet">
    <View className="wallet__item" hoverClass="pressed" onClick={() => go(routes.points)}>
      <Text className="number wallet__number">{points === undefined ? '—' : inPoints(points)}</Text>
      <Text className="soft">{text.points}</Text>
    </View>
    <View className="wallet__item" hoverClass="pressed" onClick={() => go(routes.coupons)}>
      <Text className="number wallet__number">{coupons === undefined ? '—' : String(coupons)}</Text>
      <Text className="soft">{text.coupons}</Text>
    </View>
  </Card>
);
