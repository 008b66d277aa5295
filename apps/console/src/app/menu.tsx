import {
  ApiOutlined,
  CalendarOutlined,
  CrownOutlined,
  GiftOutlined,
  HomeOutlined,
  SettingOutlined,
  ShopOutlined,
  ShoppingCartOutlined,
  ShoppingOutlined,
  TagsOutlined,
  TeamOutlined,
  ToolOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import type { MenuProps } from 'antd';
import type { ReactNode } from 'react';
import { menuText } from './strings';

interface Entry {
  /** The address, or for a group any name. */
  key: string;
  label: string;
  icon?: ReactNode;
  /** Without this permission the entry is not there at all. */
  needs?: string;
  children?: Entry[];
}

const entries: Entry[] = [
  { key: '/today', label: menuText.today, icon: <HomeOutlined />, needs: 'today.read' },
  { key: '/members', label: menuText.members, icon: <TeamOutlined />, needs: 'members.read' },
  {
    key: 'sales',
    label: menuText.sales,
    icon: <ShoppingOutlined />,
    children: [
      { key: '/purchases', label: menuText.purchases, needs: 'purchases.read' },
      { key: '/imports', label: menuText.imports, needs: 'imports.run' },
    ],
  },
  {
    key: 'loyalty',
    label: menuText.loyalty,
    icon: <CrownOutlined />,
    children: [
      { key: '/rules', label: menuText.rules, needs: 'rules.read' },
      { key: '/tiers', label: menuText.tiers, needs: 'rules.read' },
      { key: '/approvals', label: menuText.approvals, needs: 'points.adjust' },
      { key: '/points-liability', label: menuText.liability, needs: 'rules.read' },
      { key: '/store-settlement', label: menuText.settlement, needs: 'rules.read' },
      { key: '/unissued-rewards', label: menuText.unissuedRewards, needs: 'rules.read' },
      { key: '/points-settings', label: menuText.pointsSettings, needs: 'rules.read' },
    ],
  },
  {
    key: 'coupons',
    label: menuText.couponGroup,
    icon: <GiftOutlined />,
    children: [
      { key: '/coupons', label: menuText.coupons, needs: 'coupons.read' },
      { key: '/bulk-issues', label: menuText.bulkIssues, needs: 'coupons.read' },
    ],
  },
  {
    key: 'mall',
    label: menuText.mall,
    icon: <ShoppingCartOutlined />,
    children: [
      { key: '/mall', label: menuText.mallItems, needs: 'rewards.read' },
      { key: '/mall-rewards', label: menuText.mallRewards, needs: 'rewards.read' },
    ],
  },
  { key: '/activities', label: menuText.activities, icon: <TrophyOutlined />, needs: 'activities.read' },
  {
    key: 'community',
    label: menuText.community,
    icon: <CalendarOutlined />,
    children: [
      { key: '/content', label: menuText.content, needs: 'content.read' },
      { key: '/comments', label: menuText.comments, needs: 'content.moderate' },
    ],
  },
  { key: '/tagging', label: menuText.tagging, icon: <TagsOutlined />, needs: 'tagging.read' },
  {
    key: 'organization',
    label: menuText.organization,
    icon: <ShopOutlined />,
    children: [
      { key: '/stores', label: menuText.stores, needs: 'stores.read' },
      { key: '/staff', label: menuText.staff, needs: 'staff.read' },
    ],
  },
  { key: '/integrations', label: menuText.integrations, icon: <ApiOutlined />, needs: 'integrations.write' },
  {
    key: 'system',
    label: menuText.system,
    icon: <ToolOutlined />,
    children: [
      { key: '/audit', label: menuText.audit, needs: 'audit.read' },
      { key: '/dead-letters', label: menuText.deadLetters, needs: 'operations.read' },
    ],
  },
  { key: '/account', label: menuText.account, icon: <SettingOutlined /> },
];

const allowed = (list: readonly Entry[], may: (permission: string) => boolean): Entry[] =>
  list
    .filter((entry) => !entry.needs || may(entry.needs))
    .map((entry) => (entry.children ? { ...entry, children: allowed(entry.children, may) } : entry))
    .filter((entry) => !entry.children || entry.children.length > 0);

export const menuFor = (may: (permission: string) => boolean): NonNullable<MenuProps['items']> =>
  allowed(entries, may).map(({ needs: _needs, children, ...entry }) =>
    children ? { ...entry, children: children.map(({ needs: _hidden, ...child }) => child) } : entry,
  ) as NonNullable<MenuProps['items']>;

export const groupKeys: string[] = entries.filter((entry) => entry.children).map((entry) => entry.key);

/** The first page that a person may see: where log-in leads. */
export const homeFor = (may: (permission: string) => boolean): string => {
  const first = allowed(entries, may)[0];
  return first?.children?.[0]?.key ?? first?.key ?? '/account';
};
