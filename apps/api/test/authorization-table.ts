import { GUARDS_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { PERMISSIONS, Public, ROLES } from '@latchkey/nest/sessions';
import { AppModule } from '../src/app.module';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';

/** A route and what it asks for, as its decorators say. */
export interface Rule {
  route: string;
  /** Open to the guards of all routes; a text says what the handler asks for by itself. */
  isOpen: boolean | string;
  roles: string[][];
  permissions: string[];
  guards: string[];
  /** True where the controller stands in AppModule, and not in a library. */
  isApps: boolean;
}

type Target = (new () => unknown) | ((...args: never[]) => unknown);

/** Every route of every controller, sorted by address. */
export function rulesOf(app: NestFastifyApplication): Rule[] {
  const rules = [...app.get(ModulesContainer).values()].flatMap(({ metatype: module, controllers }) =>
    [...controllers.values()].flatMap(({ metatype }) =>
      rulesIn(metatype as new () => unknown, app.get(Reflector)).map((rule) => ({
        ...rule,
        isApps: module === AppModule,
      })),
    ),
  );
  return rules.sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

function rulesIn(controller: new () => unknown, reflector: Reflector): Omit<Rule, 'isApps'>[] {
  const prototype = controller.prototype as Record<string, Target>;
  const handlers = Object.getOwnPropertyNames(prototype)
    .map((name) => prototype[name] as Target)
    .filter((handler) => Reflect.hasMetadata(METHOD_METADATA, handler));
  return handlers.flatMap((handler) => {
    const places = [controller, handler];
    const lists = <T>(key: string) => reflector.getAll<(T | undefined)[]>(key, places).filter((list) => !!list) as T[];
    const rule = {
      isOpen: reflector.getAllAndOverride(Public, places) ?? false,
      roles: lists<string[]>(ROLES),
      permissions: lists<string[]>(PERMISSIONS).flat(),
      guards: lists<{ name: string }[]>(GUARDS_METADATA).flatMap((guards) => guards.map(({ name }) => name)),
    };
    return routesOf(controller, handler).map((route) => ({ route, ...rule }));
  });
}

function routesOf(controller: Target, handler: Target): string[] {
  const paths = (target: Target) => [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
  return paths(controller).flatMap((first) =>
    paths(handler).map((second) => `${method} /${first}${second === '' || second === '/' ? '' : joined(second)}`),
  );
}

const joined = (path: string): string => `/${path}`.replace(/^\/+/, '/');
const sortKey = ({ route }: Rule): string => route.split(' ').reverse().join(' ');
