import { refusals } from '@fanloop/kernel';

export const refuse = refusals({
  MemberNotFound: { zh: '没有找到这位会员', en: 'There is no such member', status: 404 },
});
