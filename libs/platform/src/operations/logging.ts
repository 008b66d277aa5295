import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger as Pino } from 'pino';

/** Fields that never reach a log, wherever somebody puts them. */
const SECRET = ['phone', 'accessToken', 'refreshToken', 'password', 'code', 'token', 'authorization', 'cookie'];
/** A failed statement carries its text and its values. */
const STATEMENT = ['err.parameters', 'err.sql', 'err.query', 'err.driverError'];
const REDACTED = [...STATEMENT, ...SECRET.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])];

/** JSON lines with a time and no personal data: no bodies, no query strings, no headers, no tokens. */
export const createLog = (level: string, destination?: DestinationStream): Pino => {
  const options = {
    level,
    redact: { paths: [...REDACTED, '*.headers', '*.body', '*.query'], remove: true },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(options, destination) : pino(options);
};

type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** Nest's logger over pino. `logger.warn({ consumer }, 'what happened')` keeps the fields as fields. */
export class PinoLogger implements LoggerService {
  constructor(private readonly pino: Pino) {}

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    if (!this.pino.isLevelEnabled(level)) return;
    const { fields, text } = lineOf(message, rest);
    this.pino[level](fields, text);
  }
}

/** Nest hands over the message, what the caller added, and the class's name at the end. */
const lineOf = (message: unknown, rest: readonly unknown[]): { fields: object; text: string | undefined } => {
  const context = rest[rest.length - 1];
  const name = typeof context === 'string' ? { context } : {};
  if (message instanceof Error) return { fields: { ...name, err: message }, text: message.message };
  if (typeof message !== 'object' || message === null) return { fields: name, text: String(message) };
  const [text] = rest;
  return { fields: { ...name, ...message }, text: rest.length > 1 && typeof text === 'string' ? text : undefined };
};
