import { Controller, Get, Header, UseFilters } from '@nestjs/common';
import { Documented, DocumentedUnder, OwnRoutesFilter } from '@latchkey/nest/http';
import { KeyRing, Public } from '@latchkey/nest/sessions';
import { type KeySetAnswer, keySetAnswer } from '@latchkey/contract';

@DocumentedUnder('auth')
@UseFilters(OwnRoutesFilter)
@Controller('.well-known')
export class KeysController {
  constructor(private readonly keys: KeyRing) {}

  /** A key is published before it signs; whoever remembers the set for five minutes has it in time. */
  @Public()
  @Documented('The public keys that access tokens are checked with', { 200: keySetAnswer })
  @Header('Cache-Control', 'public, max-age=300')
  @Get('jwks.json')
  keySet(): KeySetAnswer {
    return { keys: this.keys.published() };
  }
}
