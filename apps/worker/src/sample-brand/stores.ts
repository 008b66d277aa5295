export interface SampleStore {
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly lat: number;
  readonly lng: number;
  /** Share of the brand's guests. */
  readonly weight: number;
  readonly picture: string;
}

const store = (code: string, name: string, address: string, lat: number, lng: number, weight: number): SampleStore => ({
  code,
  name: `禾叶茶铺·${name}`,
  address,
  phone: `0571-8800${code.slice(-2)}${code.length}8`,
  lat,
  lng,
  weight,
  picture: `store-${code.toLowerCase()}.svg`,
});

/** Twelve shops of a tea house that grew out of Hangzhou. Streets are real in kind, house numbers are invented. */
export const sampleStores: readonly SampleStore[] = [
  store('HZ01', '湖滨店', '杭州市上城区湖滨步行街 18 号', 30.2572, 120.1633, 16),
  store('HZ02', '武林店', '杭州市拱墅区武林路 206 号', 30.2709, 120.1628, 13),
  store('HZ03', '滨江店', '杭州市滨江区江南大道 588 号', 30.2085, 120.2121, 12),
  store('HZ04', '西溪店', '杭州市西湖区文二西路 712 号', 30.2793, 120.0912, 9),
  store('HZ05', '钱江新城店', '杭州市上城区富春路 290 号', 30.2459, 120.2103, 10),
  store('HZ06', '下沙店', '杭州市钱塘区学源街 66 号', 30.3129, 120.3447, 8),
  store('SH01', '静安店', '上海市静安区愚园路 108 号', 31.2243, 121.4408, 9),
  store('SH02', '徐汇店', '上海市徐汇区衡山路 41 号', 31.2059, 121.4467, 7),
  store('SU01', '平江店', '苏州市姑苏区平江路 92 号', 31.3146, 120.6339, 6),
  store('NJ01', '新街口店', '南京市秦淮区中山南路 55 号', 32.0415, 118.7841, 5),
  store('NB01', '天一店', '宁波市海曙区中山东路 188 号', 29.8703, 121.5525, 3),
  store('SX01', '仓桥店', '绍兴市越城区仓桥直街 27 号', 30.0032, 120.5762, 2),
];
