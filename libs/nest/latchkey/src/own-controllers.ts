import { type Type } from '@nestjs/common';
import { MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { AdministrationModule } from '@latchkey/nest/administration';
import { AuthModule } from '@latchkey/nest/auth';
import { InvalidOptions } from './invalid-options';
import { type OwnRoute, routesOf } from './routes-of';

/** Which of Latchkey's routes there are, and where. */
export interface RoutesSetup {
  /** Where the routes of signing in are, below the application's prefix; default: auth. */
  path?: string;
  /** What there is besides signing in; each default: true. */
  parts?: { [Name in Part]?: boolean };
  /** Controllers of the application that answer instead, by Latchkey's address: `{ 'POST /auth/register': SignUpController }`. */
  replace?: Readonly<Record<string, Type>>;
}

/** By the beginning of their addresses. */
const PARTS = { account: '/auth/account', devices: '/auth/sessions', administration: '/users', keys: '/.well-known' };
type Part = keyof typeof PARTS;

const DEFAULT_PATH = 'auth';
const PATH = /^[\w-]+(\/[\w-]+)*$/;

/** The modules whose controllers are asked for, with what replaces some. Throws InvalidOptions. */
export function ownControllers(setup: RoutesSetup): Map<Type, Type[]> {
  const modules = [AuthModule, AdministrationModule].map((module) => [module, controllersOf(module)] as const);
  refuseProblems(setup, modules.flatMap(([, controllers]) => controllers).flatMap(routesOf));
  return new Map(
    modules.map(([module, all]) => [
      module,
      all.filter((controller) => isAsked(controller, setup)).map((controller) => adapted(controller, setup)),
    ]),
  );
}

/** The module without the controllers that it declares itself. */
export function withoutControllers(module: Type): Type {
  const Bare = { [module.name]: class extends module {} }[module.name] as Type;
  Reflect.defineMetadata(MODULE_METADATA.CONTROLLERS, [], Bare);
  return Bare;
}

const controllersOf = (module: Type): Type[] => Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, module) as Type[];

function isAsked(controller: Type, { parts = {} }: RoutesSetup): boolean {
  const off = Object.entries(PARTS).filter(([name]) => parts[name as Part] === false);
  return !routesOf(controller).every(({ addresses }) => off.some(([, start]) => addresses.every(isUnder(start))));
}

const isUnder = (start: string) => (address: string) => {
  const path = address.slice(address.indexOf(' ') + 1);
  return path === start || path.startsWith(`${start}/`);
};

/** At the path that is asked for, without the handlers that the application has itself. */
function adapted(controller: Type, { path = DEFAULT_PATH, replace = {} }: RoutesSetup): Type {
  const gone = routesOf(controller).filter(({ addresses }) => addresses.some((one) => Object.hasOwn(replace, one)));
  if (path === DEFAULT_PATH && gone.length === 0) return controller;
  const Adapted = { [controller.name]: class extends controller {} }[controller.name] as Type;
  const own = Reflect.getMetadata(PATH_METADATA, controller) as string;
  Reflect.defineMetadata(PATH_METADATA, own.replace(/^auth(?=\/|$)/, path), Adapted);
  // A method of this name without a route hides the one that has.
  for (const { handler } of gone) Object.defineProperty(Adapted.prototype, handler, { value: () => undefined });
  return Adapted;
}

function refuseProblems({ path = DEFAULT_PATH, parts = {}, replace = {} }: RoutesSetup, routes: OwnRoute[]): void {
  const known = routes.flatMap(({ addresses }) => addresses);
  const problems = [
    ...(PATH.test(path) ? [] : [`path: "${path}" is none; write it without slashes around it, such as auth.`]),
    ...Object.keys(parts)
      .filter((name) => !Object.hasOwn(PARTS, name))
      .map((name) => `parts.${name}: there is no such part, only ${Object.keys(PARTS).join(', ')}.`),
    ...Object.entries(replace).flatMap(([address, by]) => replaceProblems(address, by, { path, known })),
  ];
  if (problems.length > 0) throw new InvalidOptions(problems);
}

function replaceProblems(address: string, by: Type, { path, known }: { path: string; known: string[] }): string[] {
  if (!known.includes(address))
    return [`replace: Latchkey has no route ${address}; it has ${known.toSorted().join(', ')}.`];
  const wanted = address.replace(/ \/auth(?=\/|$)/, ` /${path}`);
  if (routesOf(by).some(({ addresses }) => addresses.includes(wanted))) return [];
  return [`replace: ${by.name} has no route ${wanted}, which it is to answer.`];
}
