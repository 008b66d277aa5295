import { Injectable, type OnModuleInit, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access } from './access';

export interface DeclaredRoute {
  /** `MeController.show`. */
  readonly name: string;
  readonly method: string;
  /** Without the global prefix. */
  readonly path: string;
  readonly access: Access | null;
}

/** Every route of a booted application with what it declares. */
export const routesOf = (modules: ModulesContainer): DeclaredRoute[] => {
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  const classes = new Set(controllers.flatMap(({ metatype }) => (metatype ? [metatype as Type] : [])));
  return [...classes].flatMap(routesOfController);
};

const routesOfController = (controller: Type): DeclaredRoute[] => {
  const handlers = new MetadataScanner().getAllMethodNames(controller.prototype);
  return handlers.flatMap((handler) => {
    const method = controller.prototype[handler] as object;
    const verb: RequestMethod | undefined = Reflect.getMetadata(METHOD_METADATA, method);
    if (verb === undefined) return [];
    const access: Access | undefined = Reflect.getMetadata(ACCESS, method) ?? Reflect.getMetadata(ACCESS, controller);
    return pathsOf(controller).flatMap((base) =>
      pathsOf(method).map((path) => ({
        name: `${controller.name}.${handler}`,
        method: RequestMethod[verb] ?? 'ALL',
        path: `/${[base, path]
          .map((part) => part.replace(/^\/|\/$/g, ''))
          .filter(Boolean)
          .join('/')}`,
        access: access ?? null,
      })),
    );
  });
};

const pathsOf = (target: object): string[] => {
  const path: string | string[] | undefined = Reflect.getMetadata(PATH_METADATA, target);
  return Array.isArray(path) ? path : [path ?? ''];
};

/** Nothing is open by accident: the api does not start while a route declares no audience. */
@Injectable()
export class DeclaredRoutes implements OnModuleInit {
  constructor(private readonly modules: ModulesContainer) {}

  onModuleInit(): void {
    const open = routesOf(this.modules).filter((route) => route.access === null);
    if (open.length > 0)
      throw new Error(`routes without a declared audience: ${open.map((route) => route.name).join(', ')}`);
  }
}
