import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RouteOptions } from '../session-options';
import { JwtAuthGuard } from './jwt-auth.guard';
import { PERMISSIONS } from './permissions';
import { ROLES } from './roles';

/**
 * The application's guard: closes every route that is not `@Public()`. Where the application guards its routes one by one, only
 * Latchkey's own, and those that name roles or permissions.
 */
@Injectable()
export class OwnOrClosedGuard implements CanActivate {
  constructor(
    private readonly bearer: JwtAuthGuard,
    private readonly routes: RouteOptions,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    return this.routes.areOpen && !this.isClosed(context) ? true : this.bearer.canActivate(context);
  }

  private isClosed(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    const asks = [PERMISSIONS, ROLES].some((key) => this.reflector.getAllAndOverride(key, places) !== undefined);
    return asks || this.routes.own.has(context.getClass());
  }
}
