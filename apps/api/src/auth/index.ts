export * from './access';
export * from './auth.module';
export * from './caller';
export { type DeclaredRoute, routesOf } from './declared-routes';
export * from './log-out';
export * from './session.dto';
