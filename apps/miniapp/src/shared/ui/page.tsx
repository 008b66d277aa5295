import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { platform } from '@/platform';
import { back } from '../nav/nav';
import { text } from '../text/strings';
import { Icon } from './icon';
import { PrivacySheet } from './privacy-sheet';
import { TabBar, type TabName } from './tab-bar';

interface PageProps {
  title: string;
  tab?: TabName;
  /** Stays at the lower edge: the page's one primary action. */
  footer?: ReactNode;
  children: ReactNode;
  className?: string;
}

const Header = ({ title, tab }: { title: string; tab: boolean }) => (
  <View className="head">
    {tab ? null : (
      <View id="back" className="head__back" aria-label={text.back} hoverClass="pressed" onClick={back}>
        <Icon name="back" />
      </View>
    )}
    <Text className="head__title">{title}</Text>
  </View>
);

export const Page = ({ title, tab, footer, children, className = '' }: PageProps) => (
  <View className={`page ${tab ? 'page--tab' : ''} ${footer ? 'page--footed' : ''} ${className}`}>
    {platform.drawsOwnHeader ? <Header title={title} tab={tab !== undefined} /> : null}
    <View className="page__body">{children}</View>
    {footer ? <View className="page__footer">{footer}</View> : null}
    {tab ? <TabBar current={tab} /> : null}
    <PrivacySheet />
  </View>
);
