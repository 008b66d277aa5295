import { type ThemeConfig, theme } from 'antd';

/** Everything a brand changes to make the console its own: names, zone, logo colour and palettes. */
export const brand = {
  product: 'Fanloop',
  title: '会员运营台',
  name: '禾叶茶铺',
  slogan: '把每一位客人，变成常来的朋友',
  zone: 'Asia/Shanghai',
} as const;

export type Mode = 'light' | 'dark';

export interface Palette {
  primary: string;
  /** Words that stand on the primary colour. */
  onPrimary: string;
  /** The primary colour as text on the page's ground: 4.5:1 or better. */
  primaryText: string;
  primarySoft: string;
  accent: string;
  accentSoft: string;
  ground: string;
  surface: string;
  raised: string;
  line: string;
  text: string;
  textSoft: string;
  textFaint: string;
  good: string;
  goodSoft: string;
  warn: string;
  warnSoft: string;
  bad: string;
  badSoft: string;
  info: string;
  infoSoft: string;
  neutralSoft: string;
  /** Six steps from the palest to the strongest, for heat grids. */
  heat: readonly string[];
}

const light: Palette = {
  primary: '#2f6b4f',
  onPrimary: '#ffffff',
  primaryText: '#27604a',
  primarySoft: '#e6f0ea',
  accent: '#93561a',
  accentSoft: '#faeedd',
  ground: '#f6f5f1',
  surface: '#ffffff',
  raised: '#faf9f6',
  line: '#e7e4dc',
  text: '#22261f',
  textSoft: '#5a6056',
  textFaint: '#666b61',
  good: '#2b7a4b',
  goodSoft: '#e4f3e8',
  warn: '#9a6200',
  warnSoft: '#fdf1d8',
  bad: '#b93a32',
  badSoft: '#fbe7e4',
  info: '#2b63a8',
  infoSoft: '#e5eefa',
  neutralSoft: '#efede7',
  heat: ['#f3f1ea', '#dcebe1', '#b9d8c5', '#8dbf9f', '#5a9d78', '#2f6b4f'],
};

const dark: Palette = {
  primary: '#62b48c',
  onPrimary: '#0d1712',
  primaryText: '#8fd0ae',
  primarySoft: '#20352b',
  accent: '#d79a55',
  accentSoft: '#3a2d1c',
  ground: '#131512',
  surface: '#1b1e1a',
  raised: '#22261f',
  line: '#32372f',
  text: '#ecefe8',
  textSoft: '#b3b9ad',
  textFaint: '#949b8e',
  good: '#6fc795',
  goodSoft: '#1c3425',
  warn: '#e2b25a',
  warnSoft: '#3a2f16',
  bad: '#f0857b',
  badSoft: '#402220',
  info: '#84b2ee',
  infoSoft: '#1e2d42',
  neutralSoft: '#2a2e27',
  heat: ['#22261f', '#1d2f25', '#204030', '#25513a', '#2b6447', '#347a57'],
};

export const palettes: Record<Mode, Palette> = { light, dark };

const font =
  '-apple-system, BlinkMacSystemFont, "PingFang SC", "Hiragino Sans GB", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif';

/** The Ant Design theme that follows from a palette. */
export const antdTheme = (mode: Mode): ThemeConfig => {
  const p = palettes[mode];
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: p.primary,
      colorLink: p.primaryText,
      colorSuccess: p.good,
      colorWarning: p.warn,
      colorError: p.bad,
      colorInfo: p.info,
      // The algorithm derives these grounds from saturated seeds; ours are muted, so the soft tones are named.
      colorPrimaryBg: p.primarySoft,
      colorPrimaryBgHover: p.primarySoft,
      colorSuccessBg: p.goodSoft,
      colorSuccessBorder: p.goodSoft,
      colorWarningBg: p.warnSoft,
      colorWarningBorder: p.warnSoft,
      colorErrorBg: p.badSoft,
      colorErrorBorder: p.badSoft,
      colorInfoBg: p.infoSoft,
      colorInfoBorder: p.infoSoft,
      colorTextLightSolid: p.onPrimary,
      colorBgLayout: p.ground,
      colorBgContainer: p.surface,
      colorBgElevated: mode === 'dark' ? p.raised : p.surface,
      colorBorderSecondary: p.line,
      colorText: p.text,
      colorTextSecondary: p.textSoft,
      colorTextTertiary: p.textFaint,
      colorTextDescription: p.textSoft,
      borderRadius: 8,
      borderRadiusLG: 12,
      fontFamily: font,
      fontSize: 14,
      wireframe: false,
    },
    components: {
      Layout: { headerBg: p.surface, siderBg: p.surface, bodyBg: p.ground, headerHeight: 56, headerPadding: '0 24px' },
      Menu: {
        itemHeight: 32,
        itemMarginBlock: 2,
        iconMarginInlineEnd: 12,
        itemBorderRadius: 8,
        itemSelectedBg: p.primarySoft,
        itemSelectedColor: p.primaryText,
        subMenuItemSelectedColor: p.primaryText,
        subMenuItemBg: 'transparent',
        itemBg: 'transparent',
        activeBarBorderWidth: 0,
      },
      Table: { headerBg: p.raised, headerColor: p.textSoft, cellPaddingBlock: 9, rowHoverBg: p.raised },
      Card: { headerFontSize: 15, headerHeight: 48, headerPadding: 20, bodyPadding: 20 },
      Button: { primaryShadow: 'none', defaultShadow: 'none' },
      Tabs: { itemSelectedColor: p.primaryText, itemHoverColor: p.primaryText, inkBarColor: p.primaryText },
      Tooltip: { colorTextLightSolid: '#ffffff', colorBgSpotlight: '#343a31' },
      Avatar: { colorTextLightSolid: '#ffffff' },
      Progress: { defaultColor: p.primary },
      Descriptions: { labelColor: p.textSoft },
    },
  };
};
