import { computed, Directive, effect, inject, input, TemplateRef, untracked, ViewContainerRef } from '@angular/core';
import { type Permission } from '@latchkey/contract/permissions';
import { Permissions } from './permissions';

/** Shows its element to those who have the permission: `<button *authCan="'users:write'">`. */
@Directive({ selector: '[authCan]' })
export class AuthCan {
  readonly authCan = input.required<Permission>();

  private readonly permissions = inject(Permissions);
  private readonly isShown = computed(() => this.permissions.has(this.authCan()));

  constructor() {
    const [place, template] = [inject(ViewContainerRef), inject<TemplateRef<unknown>>(TemplateRef)];
    effect(() => {
      const isShown = this.isShown();
      untracked(() => (isShown ? place.createEmbeddedView(template) : place.clear()));
    });
  }
}
