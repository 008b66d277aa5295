import { systemActor } from '@fanloop/kernel';
import { ConsentTextsRead, Enrol, LogInWithWechat } from '@fanloop/members';
import { AddStaff, BindWechatIdentity, InviteStaff, type Role, type Store } from '@fanloop/organization';
import type { INestApplicationContext } from '@nestjs/common';
import type { ReadyLogin } from './found-brand';

const HERE = '127.0.0.1';
const actor = systemActor('sample-brand');

/** Takes a code as the mini-program does: here from the WeChat that the launcher runs. */
const codeOf = async (standInUrl: string, api: 'login' | 'phone', personId: string): Promise<string> => {
  const answer = await fetch(`${standInUrl}/stand-in/${api}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  });
  if (!answer.ok) throw new Error(`WeChat gave no ${api} code for ${personId}`);
  return ((await answer.json()) as { code: string }).code;
};

const logIn = async (app: INestApplicationContext, standInUrl: string, personId: string): Promise<string> => {
  const code = await codeOf(standInUrl, 'login', personId);
  return (await app.get(LogInWithWechat, { strict: false }).execute({ code, ip: HERE })).identityId;
};

/** A clerk and a store manager who have bound their WeChat. */
export const bindClerks = async (
  app: INestApplicationContext,
  standInUrl: string,
  stores: Map<string, Store>,
): Promise<ReadyLogin[]> => {
  const store = stores.get('HZ01')!;
  const people: { personId: string; name: string; role: Role; title: string }[] = [
    { personId: 'p7', name: '小周', role: 'clerk', title: '店员' },
    { personId: 'p8', name: '罗店长', role: 'store-manager', title: '店长' },
  ];
  const logins: ReadyLogin[] = [];
  for (const { personId, name, role, title } of people) {
    const { staffId } = await app
      .get(AddStaff, { strict: false })
      .execute({ actor, name, role, storeIds: [store.id], login: null });
    const { code } = await app.get(InviteStaff, { strict: false }).execute({ actor, staffId });
    const identityId = await logIn(app, standInUrl, personId);
    await app.get(BindWechatIdentity, { strict: false }).execute({ identityId, code, ip: HERE });
    logins.push({
      role,
      name: `${name}（${store.name} ${title}）`,
      login: `WeChat ${personId}`,
      password: '—',
      where: 'mini-program',
    });
  }
  return logins;
};

/** A loyal shopper of the history opens the mini-program: the phone number leads to the member of two years. */
export const welcomeShopper = async (app: INestApplicationContext, standInUrl: string): Promise<ReadyLogin[]> => {
  const identityId = await logIn(app, standInUrl, 'p1');
  const texts = await app.get(ConsentTextsRead, { strict: false }).current();
  await app.get(Enrol, { strict: false }).execute({
    identityId,
    phoneCode: await codeOf(standInUrl, 'phone', 'p1'),
    consents: texts.map(({ purpose, version }) => ({ purpose, version, granted: true })),
    inviterNo: null,
    ip: HERE,
  });
  return [
    { role: 'shopper', name: '老会员（两年消费记录）', login: 'WeChat p1', password: '—', where: 'mini-program' },
    { role: 'shopper', name: '新访客（尚未入会）', login: 'WeChat p2', password: '—', where: 'mini-program' },
  ];
};
