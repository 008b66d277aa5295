import { brand } from '../theme/tokens';

/** 禾叶茶铺·湖滨店 → 湖滨店: on the brand's own screens the brand's name is only noise. */
export const shortStore = (name: string): string => {
  const rest = name.startsWith(brand.name) ? name.slice(brand.name.length).replace(/^[·・\s-]+/, '') : name;
  return rest || name;
};

/** Reasons sometimes name a person by an internal label; the label helps nobody on a screen. */
export const plainReason = (why: string): string => why.replace(/[（(](staff|system|member):[^）)]*[）)]/g, '');

/** Who did something: a name, or a label such as `system:default-programme`. */
export const doerName = (by: string): string => {
  if (by.startsWith('system')) return '系统';
  if (by.startsWith('member:')) return '会员';
  return by;
};
