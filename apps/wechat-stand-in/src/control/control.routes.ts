import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Fields, ownFields, queryOf, textOf } from '../http/body';
import { FAULT_MODES, type Fault, type FaultMode } from '../world/faults';
import type { World } from '../world/world';

/** What tests and the tour use to make WeChat misbehave and to look at what was asked of it. */
export const controlRoutes = (app: FastifyInstance, world: World): void => {
  app.post('/stand-in/faults', async (request, reply) => {
    const fault = faultOf(ownFields(request));
    if (!fault) return refuse(reply, `path and mode (${FAULT_MODES.join(', ')}) are needed`);
    world.faults.add(fault);
    return reply.status(201).send({ items: world.faults.list() });
  });
  app.get('/stand-in/faults', async () => ({ items: world.faults.list() }));
  app.delete('/stand-in/faults', async (_request, reply) => done(reply, () => world.faults.reset()));

  app.get('/stand-in/calls', async (request) => ({ items: world.calls.list(queryOf(request).path) }));
  app.delete('/stand-in/calls', async (_request, reply) => done(reply, () => world.calls.reset()));

  app.post('/stand-in/clock', async (request, reply) => {
    const offsetMs = ownFields(request)?.offsetMs;
    if (typeof offsetMs !== 'number' || !Number.isFinite(offsetMs)) return refuse(reply, 'offsetMs must be a number');
    world.clock.moveTo(offsetMs);
    return { offsetMs, now: new Date(world.clock.nowMs()).toISOString() };
  });
  app.post('/stand-in/reset', async (_request, reply) => done(reply, () => world.reset()));
};

const faultOf = (fields: Fields | null): Fault | null => {
  const path = textOf(fields?.path);
  const mode = FAULT_MODES.find((known): known is FaultMode => known === fields?.mode);
  if (!fields || !path || !mode) return null;
  return {
    path,
    mode,
    errcode: numberOf(fields.errcode, -1),
    httpStatus: typeof fields.httpStatus === 'number' ? fields.httpStatus : null,
    code: textOf(fields.code) ?? null,
    delayMs: numberOf(fields.delayMs, mode === 'delay' ? 1000 : 0),
    late: fields.late === true,
    timesLeft: numberOf(fields.times, 1),
  };
};

const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);
const refuse = (reply: FastifyReply, errMsg: string) => reply.status(400).send({ errMsg });
const done = (reply: FastifyReply, act: () => void) => {
  act();
  return reply.status(204).send();
};
