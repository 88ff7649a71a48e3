import { Controller, Get, Header, Res, UseFilters } from '@nestjs/common';
import {
  calledPath,
  Documented,
  DocumentedUnder,
  HttpOptions,
  type HttpReply,
  OwnRoutesFilter,
} from '@latchkey/nest/http';
import { KeyRing, Public, TokenOptions } from '@latchkey/nest/sessions';
import { type IssuerAnswer, issuerAnswer, type KeySetAnswer, keySetAnswer } from '@latchkey/contract';

@DocumentedUnder('auth')
@UseFilters(OwnRoutesFilter)
@Controller('.well-known')
export class KeysController {
  constructor(
    private readonly keys: KeyRing,
    private readonly http: HttpOptions,
    private readonly tokens: TokenOptions,
  ) {}

  /** A key is published before it signs; whoever remembers the set for five minutes has it in time. */
  @Public()
  @Documented('The public keys that access tokens are checked with', { 200: keySetAnswer })
  @Header('Cache-Control', 'public, max-age=300')
  @Get('jwks.json')
  keySet(): KeySetAnswer {
    return { keys: this.keys.published() };
  }

  /** The keys lie beside the address that was called, whatever the application puts before its routes. No OAuth flow is offered. */
  @Public()
  @Documented('Who issues access tokens, and where their keys are', { 200: issuerAnswer })
  @Header('Cache-Control', 'public, max-age=300')
  @Get('oauth-authorization-server')
  issuer(@Res({ passthrough: true }) reply: HttpReply): IssuerAnswer {
    const { publicUrl } = this.http;
    // The path alone: a request may name a host of its own in its first line (RFC 9112 §3.2.2).
    const { pathname } = new URL(calledPath(reply), publicUrl);
    const beside = new URL('jwks.json', publicUrl + pathname).href;
    return {
      issuer: this.tokens.issuer,
      ...(this.keys.published().length > 0 && { jwks_uri: beside }),
      response_types_supported: [],
    };
  }
}
