import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Fields, ownFields, queryOf, textOf } from '../http/body';
import { maskPhone, type Person } from '../world/people';
import type { World } from '../world/world';
import { pageOfPeople } from './page';
import { CHOICE_COOKIE, cookieOf, withPerson } from './return-address';

/** What WeChat's own app does on a phone: say who one is, and hand out codes. The h5 build asks here instead. */
export const clientRoutes = (app: FastifyInstance, world: World): void => {
  app.get('/', async (request, reply) => showPeople(request, reply, world));
  app.get('/stand-in/people', async (request) => ({
    items: world.people.all().map((person) => publicFace(person, request)),
  }));
  app.get('/stand-in/people/:personId/avatar.svg', async (request, reply) => {
    const person = world.people.byPersonId((request.params as { personId: string }).personId);
    if (!person) return reply.status(404).send({ errMsg: 'no such person' });
    return reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(person.avatarSvg);
  });
  app.post('/stand-in/people', async (request, reply) => addPerson(request, reply, world));
  app.post('/stand-in/login', async (request, reply) => handOut('login', request, reply, world));
  app.post('/stand-in/phone', async (request, reply) => handOut('phone', request, reply, world));
  app.post('/stand-in/visit', async (request, reply) => {
    const person = chosen(ownFields(request), world);
    if (!person) return reply.status(404).send({ errMsg: 'visit:fail no such person' });
    world.visits.note(person.openid);
    return reply.status(204).send();
  });
};

const showPeople = async (request: FastifyRequest, reply: FastifyReply, world: World) => {
  const query = queryOf(request);
  const kept = cookieOf(request.headers.cookie, CHOICE_COOKIE);
  const known = kept !== null && world.people.byPersonId(kept) !== undefined ? kept : null;
  const back = query.silent === '1' && known ? withPerson(query.return, known) : null;
  if (back) return reply.redirect(back, 302);
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(pageOfPeople(world.people.all(), known));
};

const handOut = (kind: 'login' | 'phone', request: FastifyRequest, reply: FastifyReply, world: World) => {
  const api = kind === 'login' ? 'login' : 'getPhoneNumber';
  const person = chosen(ownFields(request), world);
  if (!person) return reply.status(404).send({ errMsg: `${api}:fail no such person` });
  world.visits.note(person.openid);
  return reply.send({ code: world.codes.issue(kind, person.personId), errMsg: `${api}:ok` });
};

const addPerson = (request: FastifyRequest, reply: FastifyReply, world: World) => {
  const fields = ownFields(request);
  const nickname = textOf(fields?.nickname)?.trim();
  const phone = textOf(fields?.phone)?.trim();
  const personId = textOf(fields?.personId)?.trim() || undefined;
  if (!nickname || nickname.length > 32 || !phone || !/^1\d{10}$/.test(phone)) {
    return reply.status(400).send({ errMsg: '请填写昵称和 11 位手机号' });
  }
  if (personId !== undefined && !/^[\w-]{1,40}$/.test(personId)) {
    return reply.status(400).send({ errMsg: 'personId may hold letters, digits, - and _ only' });
  }
  return reply.status(201).send(publicFace(world.people.add({ nickname, phone, personId }), request));
};

const chosen = (fields: Fields | null, world: World): Person | undefined => {
  const personId = textOf(fields?.personId);
  return personId === undefined ? undefined : world.people.byPersonId(personId);
};

const publicFace = (person: Person, request: FastifyRequest) => ({
  personId: person.personId,
  nickname: person.nickname,
  note: person.note,
  avatarUrl: `${request.protocol}://${request.host}/stand-in/people/${person.personId}/avatar.svg`,
  avatarSvg: person.avatarSvg,
  phone: person.phone,
  phoneMasked: maskPhone(person.phone),
  openid: person.openid,
});
