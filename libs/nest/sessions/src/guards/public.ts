import { Reflector } from '@nestjs/core';

/**
 * Opens a route, or every route of a controller, to callers who are not signed in. All others are closed. What the handler asks
 * for by itself may be said for docs/authorization.md: `@Public('a refresh token')`.
 */
export const Public = Reflector.createDecorator<string | void, string | true>({ transform: (asked) => asked || true });
