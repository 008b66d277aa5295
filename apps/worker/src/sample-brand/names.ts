import type { Chance } from './chance';

const FAMILY = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎',
];
const GIVEN = [
  ...'晨曦雨桐子涵思远嘉禾若溪清越知夏念安书瑶景行亦凡星野安然沐阳云舒予墨初见一诺芷兰北辰南星青禾望舒怀瑾',
];
const NICK = [
  '爱喝茶的',
  '早起的',
  '下班后的',
  '湖边的',
  '不加糖的',
  '半糖',
  '慢慢走的',
  '晒太阳的',
  '热爱桂花的',
  '常来的',
];
const THING = ['小鹿', '阿禾', '麦子', '橘猫', '松鼠', '青团', '山雀', '柠檬', '云朵', '河豚', '小满', '团子'];

/** A nickname as people choose them: half of them names, half of them small jokes. */
export const nickname = (chance: Chance): string => {
  if (chance.happens(0.45)) return `${chance.pick(NICK)}${chance.pick(THING)}`;
  const given = chance.pick(GIVEN) + (chance.happens(0.6) ? chance.pick(GIVEN) : '');
  return chance.pick(FAMILY) + given;
};

/** A Chinese mobile number in shape; 199-0 numbers here belong to nobody that the project knows of. */
export const phone = (index: number): string =>
  `199${String(10_000_000 + ((index * 7_368_787) % 89_999_999)).padStart(8, '0')}`;
