import { type PipeTransform } from '@nestjs/common';
import { UserNotFound } from '@latchkey/nest/users';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of a user from an address, in the one spelling that ids are compared in. What cannot be one is nobody's: 404. */
export class UserId implements PipeTransform<string, string> {
  transform(value: string): string {
    const id = value.toLowerCase();
    if (!UUID.test(id)) throw new UserNotFound();
    return id;
  }
}
