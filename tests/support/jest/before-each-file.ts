// Decorators of Nest, TypeORM and zod DTOs look for Reflect.metadata as soon as their files are loaded.
import 'reflect-metadata';

process.env['TZ'] = 'UTC';
process.env['NODE_ENV'] = 'test';
