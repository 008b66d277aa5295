import type { PersonDraft } from './person';

/** The people one can be. The 199 0000 range keeps them apart from the sample brand's generated members. */
export const SAMPLE_PEOPLE: readonly PersonDraft[] = [
  { personId: 'p1', nickname: '林小满', phone: '19900000001', note: '第一次来的新朋友' },
  { personId: 'p2', nickname: '周一鸣', phone: '19900000002', note: '每天一杯乌龙的上班族' },
  { personId: 'p3', nickname: '陈知夏', phone: '19900000003', note: '周末常来的大学生' },
  { personId: 'p4', nickname: '许安然', phone: '19900000004', note: '爱参加活动的妈妈' },
  { personId: 'p5', nickname: '何青禾', phone: '19900000005', note: '社群里的分享达人' },
  { personId: 'p6', nickname: '苏念', phone: '19900000006', note: '很久没来的老朋友' },
  { personId: 'p7', nickname: '沈砚', phone: '19900000007', note: '门店店员' },
  { personId: 'p8', nickname: '顾远', phone: '19900000008', note: '门店店长' },
];
