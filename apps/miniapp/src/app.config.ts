import brand from './shared/theme/brand.json';

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/coupons/index', 'pages/code/index', 'pages/community/index', 'pages/mine/index'],
  subPackages: [
    { root: 'packages/join', name: 'join', pages: ['index'] },
    { root: 'packages/points', name: 'points', pages: ['index', 'tier', 'transfer'] },
    { root: 'packages/coupons', name: 'coupons', pages: ['code', 'give', 'gift', 'gifts'] },
    { root: 'packages/mall', name: 'mall', pages: ['index', 'item', 'rewards', 'reward'] },
    { root: 'packages/membership', name: 'membership', pages: ['index'] },
    { root: 'packages/activities', name: 'activities', pages: ['index', 'detail'] },
    { root: 'packages/community', name: 'community', pages: ['post'] },
    { root: 'packages/me', name: 'me', pages: ['profile', 'purchases', 'notices', 'fan-story', 'privacy'] },
    { root: 'packages/stores', name: 'stores', pages: ['index'] },
    {
      root: 'packages/clerk',
      name: 'clerk',
      pages: ['index', 'customer', 'receipt', 'today', 'undos', 'check-in', 'coupon', 'pick-up'],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['join', 'activities', 'points'] },
    'pages/community/index': { network: 'all', packages: ['community'] },
    'pages/mine/index': { network: 'wifi', packages: ['me', 'points'] },
  },
  window: {
    navigationBarTitleText: brand.name,
    navigationBarBackgroundColor: '@nav',
    navigationBarTextStyle: '@text' as 'black',
    backgroundColor: '@bg',
    backgroundTextStyle: '@backdrop' as 'dark',
  },
  tabBar: {
    custom: true,
    color: '@tabIdle',
    selectedColor: '@tabActive',
    backgroundColor: '@tabBg',
    list: [
      tab('home', '首页'),
      tab('coupons', '优惠券'),
      tab('code', '会员码'),
      tab('community', '社群'),
      tab('mine', '我的'),
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  permission: { 'scope.userFuzzyLocation': { desc: '用于找到离你最近的门店' } },
  requiredPrivateInfos: ['getFuzzyLocation'],
} as Parameters<typeof defineAppConfig>[0]);

function tab(name: string, text: string) {
  return {
    pagePath: `pages/${name}/index`,
    text,
    iconPath: `assets/tab/${name}.png`,
    selectedIconPath: `assets/tab/${name}-active.png`,
  };
}
