import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type SignedIn } from './signed-in';

const signedIn = (context: ExecutionContext): SignedIn => context.switchToHttp().getRequest<{ user: SignedIn }>().user;

/** Who is signed in, with session and token, on a route that is not `@Public()`. */
export const SignedInNow = createParamDecorator((_: void, context: ExecutionContext) => signedIn(context));

/** The signed-in user, on a route that is not `@Public()`. */
export const CurrentUser = createParamDecorator((_: void, context: ExecutionContext) => signedIn(context).user);
