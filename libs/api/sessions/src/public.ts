import { Reflector } from '@nestjs/core';

/** Opens a route, or every route of a controller, to callers who are not signed in. All others are closed. */
export const Public = Reflector.createDecorator<void, true>({ transform: () => true });
