import { refusals } from '@fanloop/kernel';

/** Why a session does not open a route. */
export const refuse = refusals({
  NotEnrolled: { zh: '请先入会', en: 'Enrol first', status: 403 },
  NotStaff: { zh: '此微信未绑定员工身份', en: 'This WeChat identity is not bound to staff', status: 403 },
  PasswordMustChange: { zh: '请先修改临时密码', en: 'Change the temporary password first', status: 403 },
  OtherAudience: { zh: '此登录不能用于这里', en: 'This session is for another audience', status: 403 },
});
