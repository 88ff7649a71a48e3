import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@latchkey/angular';

@Component({
  selector: 'latchkey-home',
  imports: [RouterLink],
  templateUrl: './home.html',
  styleUrl: './home.scss',
})
export class Home {
  protected readonly session = inject(Session);

  constructor() {
    void this.session.ready();
  }
}
