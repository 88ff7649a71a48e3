import { inject, Service } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { PAGE_OPTIONS } from '@latchkey/angular/pages';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

/** "Log in · Latchkey" */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly siteName = inject(PAGE_OPTIONS).name;

  override updateTitle(state: RouterStateSnapshot): void {
    const page = this.buildTitle(state);
    this.title.setTitle(page ? `${page} · ${this.siteName}` : this.siteName);
  }
}
