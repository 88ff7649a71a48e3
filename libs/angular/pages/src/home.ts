import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@latchkey/angular';
import { Chip } from '@latchkey/angular/ui';

@Component({
  selector: 'latchkey-home',
  imports: [Chip, RouterLink],
  templateUrl: './home.html',
  styleUrl: './home.scss',
})
export class Home {
  protected readonly session = inject(Session);

  constructor() {
    void this.session.ready();
  }
}
