import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner } from '@nestjs/core';

/** A handler, and the addresses that it answers, such as `POST /auth/register`. */
export interface OwnRoute {
  handler: string;
  addresses: string[];
}

/** What a controller answers, before the application puts a prefix or a version before it. */
export function routesOf(controller: Type): OwnRoute[] {
  const prototype = controller.prototype as Record<string, object>;
  const bases = listed(Reflect.getMetadata(PATH_METADATA, controller));
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((handler) => {
    const path: unknown = Reflect.getMetadata(PATH_METADATA, prototype[handler] as object);
    if (path === undefined) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, prototype[handler] as object) as RequestMethod];
    const addresses = bases.flatMap((base) => listed(path).map((end) => `${method} ${joined(base, end)}`));
    return [{ handler, addresses }];
  });
}

const listed = (path: unknown): string[] => (Array.isArray(path) ? path : [path ?? '']) as string[];

const joined = (...parts: string[]): string => `/${parts.join('/')}`.replaceAll(/\/+/g, '/').replace(/(?<=.)\/$/, '');
