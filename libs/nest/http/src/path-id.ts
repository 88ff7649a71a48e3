import { type PipeTransform } from '@nestjs/common';
import { type ApiFailure } from './api-failure';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id from an address, in the one spelling in which ids are compared and remembered. What cannot be one is refused as unknown. */
export class PathId implements PipeTransform<string, string> {
  constructor(private readonly Unknown: new () => ApiFailure) {}

  transform(value: string): string {
    const id = value.toLowerCase();
    if (!UUID.test(id)) throw new this.Unknown();
    return id;
  }
}
