import { type DynamicModule, Global, Module, type ModuleMetadata } from '@nestjs/common';
import { RouteOptions } from '@latchkey/nest/sessions';
import { ownControllers, type RoutesSetup, withoutControllers } from './own-controllers';

/** Which routes of the application are closed. */
export interface GuardSetup {
  /** `closed`: all that do not say `@Public()`. `open`: the application guards its own one by one, with JwtAuthGuard, @Roles() or @Permissions(). Default: closed. */
  routes?: 'closed' | 'open';
}

@Global()
@Module({})
class RouteOptionsModule {}

/** The modules with routes, and what the guard needs to know of them. Throws InvalidOptions. */
export function routeModules(setup: RoutesSetup & GuardSetup & Pick<ModuleMetadata, 'imports'>): DynamicModule[] {
  const { replace = {}, imports = [], routes = 'closed' } = setup;
  const replacing = [...new Set(Object.values(replace))];
  const own = ownControllers(setup);
  const modules = [...own].map(([module, controllers], index) => ({
    module: withoutControllers(module),
    // Those of the application stand beside the first, which exports what answers a sign-in.
    controllers: index === 0 ? [...controllers, ...replacing] : controllers,
    imports: index === 0 && replacing.length > 0 ? imports : [],
  }));
  const value: RouteOptions = { areOpen: routes === 'open', own: new Set([...own.values()].flat()) };
  const options = { provide: RouteOptions, useValue: value };
  return [{ module: RouteOptionsModule, providers: [options], exports: [RouteOptions] }, ...modules];
}
