import { refusals } from '@fanloop/kernel';

export const refuse = refusals({
  LogInRefused: { zh: '账号或密码不正确', en: 'Login or password is wrong', status: 401 },
  PasswordWrong: { zh: '当前密码不正确', en: 'The current password is wrong', status: 400 },
  PasswordTooWeak: {
    zh: '新密码至少 {minLength} 个字符，且不能与账号或旧密码相同',
    en: 'The new password needs {minLength} characters and must differ from login and old password',
    status: 400,
  },
  PermissionMissing: { zh: '没有权限：{permission}', en: 'Permission missing: {permission}', status: 403 },
  OtherStore: { zh: '您不能在这家门店进行此操作', en: 'You may not do this in that store', status: 403 },
  StaffNotFound: { zh: '没有找到该员工', en: 'No such staff', status: 404 },
  StaffRevoked: { zh: '该员工账号已停用', en: 'This staff account is revoked' },
  StaffOutOfReach: { zh: '您不能管理该角色的员工', en: 'You may not manage staff of this role', status: 403 },
  LastOwner: { zh: '至少要保留一位品牌负责人', en: 'The last owner has to stay' },
  LoginTaken: { zh: '登录账号已被使用', en: 'This login is taken' },
  LoginMissing: { zh: '该员工没有后台登录账号', en: 'This staff member has no login' },
  StoresMissing: { zh: '该角色需要指定门店', en: 'This role needs at least one store', status: 400 },
  StoreNotFound: { zh: '没有找到该门店', en: 'No such store', status: 404 },
  StoreCodeTaken: { zh: '门店编号已被使用', en: 'This store code is taken' },
  StoreInvalid: { zh: '门店资料有误：{field}', en: 'The store is not valid: {field}', status: 400 },
  InvitationInvalid: {
    zh: '邀请码无效、已使用或已过期',
    en: 'The invitation is wrong, used or expired',
    status: 400,
  },
  IdentityBoundElsewhere: { zh: '此微信已绑定另一位员工', en: 'This WeChat identity is bound to other staff' },
});
