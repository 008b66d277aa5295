import { Text, View } from '@tarojs/components';
import { go, routes } from '../nav/nav';
import { text } from '../text/strings';
import { Icon } from './icon';
import type { IconName } from './icons';

export type TabName = keyof typeof text.tabs;

const tabs: { name: TabName; icon: IconName }[] = [
  { name: 'home', icon: 'home' },
  { name: 'coupons', icon: 'coupon' },
  { name: 'code', icon: 'code' },
  { name: 'community', icon: 'community' },
  { name: 'mine', icon: 'mine' },
];

/** Drawn by each tab page itself: WeChat's own bar cannot raise its middle, and a browser has none. */
export const TabBar = ({ current }: { current: TabName }) => (
  <View className="tabbar">
    {tabs.map(({ name, icon }) => (
      <View
        key={name}
        id={`tab-${name}`}
        className={`tabbar__item ${name === current ? 'tabbar__item--current' : ''} ${name === 'code' ? 'tabbar__item--raised' : ''}`}
        aria-label={text.tabs[name]}
        onClick={() => name !== current && go(routes[name])}
      >
        <View className="tabbar__icon">
          <Icon name={icon} tone={name === 'code' ? 'on-brand' : name === current ? 'brand' : 'ink-faint'} />
        </View>
        <Text className="tabbar__label">{text.tabs[name]}</Text>
      </View>
    ))}
  </View>
);
