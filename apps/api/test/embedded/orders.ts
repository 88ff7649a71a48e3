import { CurrentUser, Permissions, Public, type UserNow } from '@latchkey/nest/latchkey';
import { Body, Controller, Get, NotFoundException, Post } from '@nestjs/common';

/** What the application has of its own. */
@Controller('orders')
export class OrdersController {
  @Get()
  list(@CurrentUser() user: UserNow) {
    return { of: user.id };
  }

  @Public()
  @Get('offers')
  offers() {
    throw new NotFoundException('no offers today');
  }

  @Permissions('users:read')
  @Get('everybody')
  everybody() {
    return { of: 'everybody' };
  }

  @Public()
  @Post()
  order(@Body() body: object) {
    return { ordered: body };
  }

  @Public()
  @Get('broken')
  broken() {
    throw Object.assign(new Error('the shop’s own database is away'), { code: 'ECONNREFUSED' });
  }
}
