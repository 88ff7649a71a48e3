import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PAGE_ADDRESSES, Session } from '@latchkey/angular';
import { Chip } from '@latchkey/angular/ui';

@Component({
  selector: 'latchkey-home',
  imports: [Chip, RouterLink],
  templateUrl: './home.html',
  styleUrl: './home.scss',
})
export class Home {
  protected readonly session = inject(Session);
  protected readonly pages = inject(PAGE_ADDRESSES);

  constructor() {
    void this.session.ready();
  }
}
