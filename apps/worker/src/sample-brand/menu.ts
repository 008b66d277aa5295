export interface SampleProduct {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly priceFen: number;
  readonly weight: number;
  /** Sold more in warm (1) or cold (−1) months. */
  readonly season: -1 | 0 | 1;
  readonly picture: string;
}

const item = (
  sku: string,
  name: string,
  category: string,
  priceYuan: number,
  weight: number,
  season: -1 | 0 | 1 = 0,
): SampleProduct => ({
  sku,
  name,
  category,
  priceFen: Math.round(priceYuan * 100),
  weight,
  season,
  picture: `menu-${sku.toLowerCase()}.svg`,
});

/** The shop's menu: categories are what rules and coupons speak of. */
export const sampleMenu: readonly SampleProduct[] = [
  item('TEA-LJ', '龙井鲜叶茶', '原叶茶', 18, 8),
  item('TEA-GH', '桂花乌龙', '原叶茶', 16, 9),
  item('TEA-ML', '茉莉毛尖', '原叶茶', 16, 8),
  item('TEA-YS', '武夷岩茶', '原叶茶', 22, 4, -1),
  item('TEA-LB', '陈年老白茶', '原叶茶', 24, 3, -1),
  item('MLK-HY', '禾叶奶茶', '奶茶', 15, 14, -1),
  item('MLK-GH', '桂花酒酿奶茶', '奶茶', 19, 9, -1),
  item('MLK-YN', '芋泥厚乳', '奶茶', 21, 8, -1),
  item('MLK-QK', '青稞牛乳茶', '奶茶', 18, 6),
  item('FRT-YM', '杨梅冰茶', '果茶', 22, 9, 1),
  item('FRT-NM', '手打柠檬绿', '果茶', 17, 12, 1),
  item('FRT-PT', '多肉葡萄', '果茶', 25, 8, 1),
  item('FRT-XG', '西瓜茉莉', '果茶', 20, 7, 1),
  item('FRT-CZ', '满杯鲜橙', '果茶', 19, 6),
  item('SNK-GHG', '桂花糕', '茶点', 12, 7),
  item('SNK-LDG', '绿豆酥', '茶点', 10, 6),
  item('SNK-QTB', '青团', '茶点', 9, 4),
  item('SNK-MCD', '抹茶蛋糕卷', '茶点', 26, 4),
  item('GFT-LJ', '明前龙井礼盒', '茶礼', 168, 0.5),
  item('GFT-HY', '四季花茶礼盒', '茶礼', 98, 0.8),
  item('CUP-QC', '青瓷随行杯', '周边', 79, 0.6),
  item('CUP-BG', '帆布茶袋', '周边', 39, 0.6),
];
