import { type ExecutionContext } from '@nestjs/common';
import { type HttpRequest } from '@latchkey/nest/http';
import { type SignedIn } from './signed-in';

/** A handler that no HTTP request reached: a resolver, a gateway or a microservice. The guards cannot tell who calls it. */
export class ContextNotGuarded extends Error {
  constructor(kind: string, handler: string) {
    super(
      `${handler} is reached by ${kind}, and Latchkey's guards read HTTP requests alone, so nobody is let in. ` +
        'Open it with @Public() and guard it with one of your own, such as one that asks TokenReader.signedIn.',
    );
    this.name = 'ContextNotGuarded';
  }
}

/** The request, and on it who is signed in. Throws ContextNotGuarded. */
export function requestOf(context: ExecutionContext): HttpRequest & { user?: SignedIn } {
  const kind: string = context.getType();
  if (kind !== 'http') throw new ContextNotGuarded(kind, `${context.getClass().name}.${context.getHandler().name}`);
  return context.switchToHttp().getRequest();
}
