import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { points as inPoints } from '@/shared/format/amount';
import { dayText } from '@/shared/format/time';
import type { PointsOverview } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Icon } from '@/shared/ui/icon';
import { Sheet } from '@/shared/ui/sheet';
import { text } from './strings';
import './points.scss';

const Expiring = ({ lots }: { lots: PointsOverview['lotsExpiring'] }) => (
  <Card className="card--list">
    {lots.map((lot) => (
      <View key={lot.expiresAt} className="lot">
        <Icon name="clock" tone="accent" size="small" />
        <Text>{text.expiresAt(inPoints(lot.points), dayText(lot.expiresAt))}</Text>
      </View>
    ))}
  </Card>
);

/** Earned, not yet usable: each with its day, so that nobody wonders where the points of the last purchase are. */
const Pending = ({ lots }: { lots: PointsOverview['lotsPending'] }) => (
  <Card id="points-pending" className="card--list">
    {lots.map((lot) => (
      <View key={`${lot.activateAt} ${lot.activateOn}`} className="lot lot--pending">
        <Icon name="refresh" tone="brand" size="small" />
        <Text>
          {lot.activateAt
            ? text.pendingOn(inPoints(lot.points), dayText(lot.activateAt))
            : text.pendingAfter(inPoints(lot.points), lot.activateOn ?? '')}
        </Text>
      </View>
    ))}
  </Card>
);

const Debt = ({ points }: { points: number }) => (
  <Card id="points-debt" className="debt">
    <Text className="debt__title">{text.debtTitle(inPoints(points))}</Text>
    <Text className="debt__note">{text.debtNote}</Text>
  </Card>
);

const WaysToEarn = ({ ways, open, onClose }: { ways: string[]; open: boolean; onClose: () => void }) => (
  <Sheet open={open} title={text.howToEarn} onClose={onClose}>
    {ways.map((way) => (
      <View key={way} className="why__line">
        <View className="why__dot" />
        <Text className="grow">{way}</Text>
      </View>
    ))}
  </Sheet>
);

export const Balance = ({ overview }: { overview: PointsOverview }) => {
  const [showingWays, setShowingWays] = useState(false);
  return (
    <>
      <Card className="balance">
        <Text className="soft">{text.available}</Text>
        <Text id="points-available" className="balance__number">
          {inPoints(overview.available)}
        </Text>
        {overview.pending > 0 ? <Text className="soft">{text.pending(inPoints(overview.pending))}</Text> : null}
        <View className="pair">
          <Button id="mall-open" size="small" onTap={() => go(routes.mall)}>
            {text.mallAction}
          </Button>
        </View>
        <View className="pair pair--next">
          <Button look="soft" size="small" onTap={() => setShowingWays(true)}>
            {text.howToEarnAction}
          </Button>
          <Button look="soft" size="small" onTap={() => go(routes.tier)}>
            {text.seeTier}
          </Button>
          {overview.transfersEnabled ? (
            <Button id="transfer-open" look="soft" size="small" onTap={() => go(routes.transfer)}>
              {text.transferAction}
            </Button>
          ) : null}
        </View>
      </Card>
      {overview.debt > 0 ? <Debt points={overview.debt} /> : null}
      {overview.lotsPending.length ? <Pending lots={overview.lotsPending} /> : null}
      {overview.lotsExpiring.length ? <Expiring lots={overview.lotsExpiring} /> : null}
      <WaysToEarn ways={overview.waysToEarn} open={showingWays} onClose={() => setShowingWays(false)} />
    </>
  );
};
