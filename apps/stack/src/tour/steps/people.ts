import { expectRefusal, expectStatus, expectThat } from '../http';
import type { Shopper, Step, Story } from '../story';

const comeIn = async (story: Story, nickname: string): Promise<Shopper> => {
  const phone = `188${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
  const person = expectStatus(await story.standIn('POST', '/stand-in/people', { body: { nickname, phone } }), 201).body;
  const { code } = expectStatus(
    await story.standIn('POST', '/stand-in/login', { body: { personId: person.personId } }),
    200,
  ).body;
  const session = expectStatus(await story.api('POST', '/member/session', { body: { code } }), 200, 201).body;
  return { personId: person.personId, nickname, token: session.tokens.accessToken, memberNo: '' };
};

const enrol = async (story: Story, shopper: Shopper) => {
  const texts = expectStatus(await story.api('GET', '/member/consent-texts', { token: shopper.token }), 200).body.items;
  const { code } = (await story.standIn('POST', '/stand-in/phone', { body: { personId: shopper.personId } })).body;
  const consents = texts.map((text: { purpose: string; version: string }) => ({
    purpose: text.purpose,
    version: text.version,
    granted: true,
  }));
  const answer = await story.api('POST', '/member/enrolment', {
    token: shopper.token,
    body: { phoneCode: code, consents },
  });
  const { member, tokens } = expectStatus(answer, 200, 201).body;
  shopper.token = tokens.accessToken;
  shopper.memberNo = member.memberNo;
  return { member, consents };
};

export const peopleSteps: readonly Step[] = [
  {
    name: '服务在线 the services answer',
    play: async ({ apiRoot }) => {
      const ready = expectStatus(await apiRoot('GET', '/readyz'), 200);
      const document = expectStatus(await apiRoot('GET', '/docs-json'), 200);
      return { ready: ready.body.status, paths: Object.keys(document.body.paths).length };
    },
  },
  {
    name: '店长登录 the manager logs in to the console',
    play: async (story) => {
      expectStatus(
        await story.api('POST', '/console/session', { body: { ...story.login, password: 'wrong-password' } }),
        401,
      );
      const answer = expectStatus(await story.api('POST', '/console/session', { body: story.login }), 200, 201).body;
      story.manager = answer.tokens.accessToken;
      return { name: answer.staff.name, role: answer.staff.role, permissions: answer.staff.permissions.length };
    },
  },
  {
    name: '静默登录 a shopper opens the mini-program and is still a stranger',
    play: async (story) => {
      story.shopper = await comeIn(story, `茶客${story.mark}`);
      const refused = expectRefusal(
        await story.api('GET', '/member/me', { token: story.shopper.token }),
        'NotEnrolled',
      );
      return { refused: refused.body };
    },
  },
  {
    name: '同意后入会 consent by purpose, one tap on the phone button: a member',
    play: async (story) => {
      const { code } = (await story.standIn('POST', '/stand-in/phone', { body: { personId: story.shopper.personId } }))
        .body;
      const without = await story.api('POST', '/member/enrolment', {
        token: story.shopper.token,
        body: { phoneCode: code, consents: [] },
      });
      expectRefusal(without, 'ConsentRequired');
      const { member } = await enrol(story, story.shopper);
      return { withoutConsent: without.body.message, memberNo: member.memberNo, phone: member.phoneMasked };
    },
  },
  {
    name: '再次入会 the same phone again is the same member',
    play: async (story) => {
      const before = story.shopper.memberNo;
      await enrol(story, story.shopper);
      expectThat(story.shopper.memberNo === before, 'one member per verified phone');
      return { memberNo: before };
    },
  },
  {
    name: '店员绑定 the manager invites a clerk, who binds a WeChat identity once',
    play: async (story) => {
      const stores = expectStatus(await story.api('GET', '/console/stores', { token: story.manager }), 200).body.items;
      const store = stores[0];
      story.store = { id: store.id, name: store.name };
      const staff = expectStatus(
        await story.api('POST', '/console/staff', {
          token: story.manager,
          body: { name: `店员${story.mark}`, role: 'clerk', storeIds: [store.id] },
        }),
        200,
        201,
      ).body;
      const path = `/console/staff/${staff.staffId}/invitations`;
      const invitation = expectStatus(await story.api('POST', path, { token: story.manager, body: {} }), 200, 201).body;
      const person = await comeIn(story, `店员${story.mark}`);
      const bind = { token: person.token, body: { invitationCode: invitation.code } };
      const bound = expectStatus(await story.api('POST', '/clerk/binding', bind), 200, 201).body;
      const other = await comeIn(story, `路人${story.mark}`);
      const again = await story.api('POST', '/clerk/binding', { ...bind, token: other.token });
      expectThat(again.status >= 400, 'an invitation works once');
      story.clerk = person.token;
      return { clerk: bound.name, role: bound.role, store: store.name, secondUse: again.body.code };
    },
  },
  {
    name: '好友入会 a friend joins too',
    play: async (story) => {
      story.friend = await comeIn(story, `好友${story.mark}`);
      await enrol(story, story.friend);
      return { memberNo: story.friend.memberNo };
    },
  },
];
